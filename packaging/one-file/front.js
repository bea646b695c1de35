// biome-ignore-all lint: an old node reads this too, and the JavaScript of 2009 is all it knows
// @ts-nocheck
// The beginning of proxy-doctor.cjs. The program's texts stand behind it in a comment, one after the other, and each
// is compiled when it is needed.
(function () {
  var needed = [20, 18, 1];
  var version = process.versions.node.split(".").map(Number);
  var digit = 0;
  while (digit < 2 && version[digit] === needed[digit]) digit += 1;
  if (version[digit] < needed[digit]) {
    process.stderr.write(
      `proxy-doctor: this file needs Node ${needed.join(".")} or newer, and this is ${process.version}\n`,
    );
    process.exit(2);
  }

  var places = PLACES;
  var fs = require("fs");
  var file = fs.openSync(__filename, "r");
  // The texts are the end of the file.
  var begin = fs.fstatSync(file).size - LENGTH;
  var url = require("url").pathToFileURL(__filename).href;
  var modules = {};

  function load(name) {
    if (modules[name]) return modules[name].exports;
    var module = { exports: {} };
    modules[name] = module;
    var bytes = Buffer.alloc(places[name][1]);
    fs.readSync(file, bytes, 0, bytes.length, begin + places[name][0]);
    // The end of a comment is spelled otherwise within one.
    var text = bytes.toString("latin1").split("*\x01/").join("*/");
    var names = ["exports", "module", "require", "ONE_FILE_PATH", "ONE_FILE_URL"];
    var run = require("vm").compileFunction(text, names, { filename: __filename + ":" + name });
    run(module.exports, module, requireFrom, __filename, url);
    return module.exports;
  }

  function requireFrom(name) {
    return name.slice(0, 2) === "./" ? load(name.slice(2)) : require(name);
  }

  load("main.js");
})();
