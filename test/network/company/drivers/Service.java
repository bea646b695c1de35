import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;

/**
 * Calls the URL that is its argument as a service does: by HttpURLConnection, with the login for its proxy that its
 * options name.
 */
public final class Service {
    private static final int PATIENCE_MS = 5000;

    public static void main(String[] arguments) throws Exception {
        String user = System.getProperty("https.proxyUser");
        if (user != null) {
            char[] password = System.getProperty("https.proxyPassword", "").toCharArray();
            Authenticator.setDefault(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return getRequestorType() == RequestorType.PROXY ? new PasswordAuthentication(user, password) : null;
                }
            });
        }
        HttpURLConnection connection = (HttpURLConnection) URI.create(arguments[0]).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        try {
            connection.getResponseCode();
        } catch (Exception ignored) {
            // Where it arrived, and whether, its servers know.
        }
    }
}
