import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Prints the value of buymed.console.password-hash: "java HashPassword.java" asks for the password, or reads it from the first line of its
 * standard input; arguments can be seen by every user.
 */
final class HashPassword {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ITERATIONS = 600_000;
    private static final int BYTES = 32;

    public static void main(String[] arguments) throws Exception {
        var salt = new byte[BYTES];
        new SecureRandom().nextBytes(salt);
        var key = new PBEKeySpec(password(), salt, ITERATIONS, BYTES * Byte.SIZE);
        var hash = SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        System.out.println(ALGORITHM + ":" + ITERATIONS + ":" + base64(salt) + ":" + base64(hash));
    }

    private static char[] password() throws Exception {
        if (System.console() != null) {
            return System.console().readPassword("Password: ");
        }
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine().toCharArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
