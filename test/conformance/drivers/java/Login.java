import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URL;

/** Calls the URL that is its argument by HttpURLConnection, with a login for whoever asks for one. */
public final class Login {
    public static void main(String[] arguments) throws Exception {
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("user", "password".toCharArray());
            }
        });
        HttpURLConnection connection = (HttpURLConnection) new URL(arguments[0]).openConnection();
        try {
            connection.getResponseCode();
        } catch (Exception ignored) {
            // Refused, as it is meant to be.
        }
    }
}
