import java.net.URL;
import javax.net.ssl.HttpsURLConnection;

/** Calls the URLs that are its arguments. */
public class TrustClient {
  public static void main(String[] urls) {
    for (String url : urls) {
      try {
        ((HttpsURLConnection) new URL(url).openConnection()).getResponseCode();
      } catch (Exception error) {
        System.err.println(url + ": " + error);
      }
    }
  }
}
