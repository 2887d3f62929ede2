import com.ibm.websphere.crypto.PasswordUtil;
import java.nio.charset.StandardCharsets;

/** What "securityUtility encode --encoding=aes --key=KEY" does, for the lines KEY and TEXT of the standard input: arguments can be seen by every user. */
final class Encode {
    public static void main(String[] arguments) throws Exception {
        var lines = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        System.out.println(PasswordUtil.encode(lines.get(1), "aes", lines.get(0)));
    }
}
