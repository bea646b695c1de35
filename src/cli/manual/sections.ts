/** A section of the manual page that no command tells of: terms, and what each means. */
type Section = {
  readonly title: string;
  readonly items: readonly (readonly [term: string, text: string])[];
};

/** What stands after the commands. */
export const FURTHER_SECTIONS: readonly Section[] = [
  {
    title: '"EXIT STATUS"',
    items: [
      ["0", "No error finding; with --strict, no warning either."],
      ["1", "At least one."],
      ["2", "The command line or a file given on it is wrong; one line says what and where."],
      [
        "3",
        "The run is incomplete: the deadline, an interrupt, or a fault of proxy-doctor's own. What was found is still printed.",
      ],
    ],
  },
  {
    title: "ENVIRONMENT",
    items: [
      [
        "http_proxy, https_proxy, no_proxy and others",
        "The settings that are judged, unless --env-file, --no-environment or --root is given.",
      ],
      ["NO_COLOR", "Where it is set and not empty, nothing is coloured."],
      ["FORCE_COLOR", "Colours where there is no terminal; 0 and false mean none."],
      ["COLUMNS", "The width of what is printed where there is no terminal; 80 without it."],
    ],
  },
  {
    title: "FILES",
    items: [
      [
        "/etc/environment, /etc/profile.d, systemd units, Docker's, apt's, Replicated's and CircleCI's files",
        "Settings that are read; proxy-doctor lint says which were.",
      ],
      [
        "FILE.yml",
        "Options by their names, and targets of your own, for --config; proxy-doctor schema config describes it.",
      ],
    ],
  },
];
