import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Gives MicroProfile Config the Client Secret from the server's JNDI, where Open Liberty has decoded it. */
public final class JndiConfigSource implements ConfigSource {
    private static final Set<String> KEYS = Set.of("buymed.client-secret");

    @Override
    public Set<String> getPropertyNames() {
        return KEYS;
    }

    @Override
    public String getValue(String key) {
        if (!KEYS.contains(key)) {
            return null;
        }
        try {
            return (String) new InitialContext().lookup(key);
        } catch (NamingException absent) {
            return null;
        }
    }

    @Override
    public String getName() {
        return "JNDI";
    }

    /** Above the variables of server.xml, which have 500. */
    @Override
    public int getOrdinal() {
        return 550;
    }
}
