import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Calls a URL by HttpURLConnection: the one that is its argument, or else one for each line that it reads, with
 * the system properties of that line, and then prints a line. A line is the URL and then names and values, each
 * percent-encoded, with tabs between them.
 */
public final class Call {
    private static final int PATIENCE_MS = 3000;

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            call(arguments[0]);
            return;
        }
        Properties atStart = (Properties) System.getProperties().clone();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t", -1);
            Properties properties = (Properties) atStart.clone();
            for (int index = 1; index + 1 < parts.length; index += 2) {
                properties.setProperty(decoded(parts[index]), decoded(parts[index + 1]));
            }
            System.setProperties(properties);
            call(decoded(parts[0]));
            System.out.println();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Whether it calls, and whom, is for the recorder to say. */
    private static void call(String url) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
            connection.setConnectTimeout(PATIENCE_MS);
            connection.setReadTimeout(PATIENCE_MS);
            connection.getResponseCode();
            connection.disconnect();
        } catch (Exception ignored) {
            // Refused, as it is meant to be.
        }
    }
}
