package org.gongkai.history.git.work.engine;

import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;

/**
 * SSH for one transfer of JGit, with the keys, the settings and the known hosts of the user. Nothing is asked and
 * nothing is written: a server that is not known is refused, whatever the settings say, and a key with a passphrase is
 * passed over.
 */
final class EmbeddedSsh extends SshdSessionFactory {

    private final SshAttempt attempt;

    EmbeddedSsh(Path home, SshAttempt attempt) {
        super(attempt, null);
        this.attempt = attempt;
        setHomeDirectory(home.toFile());
        setSshDirectory(home.resolve(".ssh").toFile());
    }

    @Override
    protected String getDefaultPreferredAuthentications() {
        return "publickey";
    }

    @Override
    protected KeyPasswordProvider createKeyPasswordProvider(CredentialsProvider provider) {
        return new KeyPasswordProvider() {
            @Override
            public char[] getPassphrase(URIish key, int tries) {
                attempt.passphraseWanted(key.getPath());
                return null;
            }

            @Override
            public void setAttempts(int number) {
                // There is none.
            }

            @Override
            public boolean keyLoaded(URIish key, int tries, Exception failure) {
                return false;
            }
        };
    }

    @Override
    protected ServerKeyDatabase createServerKeyDatabase(File home, File folder) {
        ServerKeyDatabase known = super.createServerKeyDatabase(home, folder);
        return new ServerKeyDatabase() {
            @Override
            public List<PublicKey> lookup(String address, InetSocketAddress remote, Configuration settings) {
                return known.lookup(address, remote, settings);
            }

            @Override
            public boolean accept(
                    String address,
                    InetSocketAddress remote,
                    PublicKey key,
                    Configuration settings,
                    CredentialsProvider provider) {
                Configuration strict = new StrictHosts(settings);
                boolean isKnown = known.accept(address, remote, key, strict, null);
                if (!isKnown) {
                    boolean isOther = !known.lookup(address, remote, strict).isEmpty();
                    attempt.hostRefused(KeyUtils.getFingerPrint(key), isOther);
                }
                return isKnown;
            }
        };
    }

    /** The settings of the user, but that only known hosts are accepted. */
    private record StrictHosts(ServerKeyDatabase.Configuration settings) implements ServerKeyDatabase.Configuration {

        @Override
        public List<String> getUserKnownHostsFiles() {
            return settings.getUserKnownHostsFiles();
        }

        @Override
        public List<String> getGlobalKnownHostsFiles() {
            return settings.getGlobalKnownHostsFiles();
        }

        @Override
        public StrictHostKeyChecking getStrictHostKeyChecking() {
            return StrictHostKeyChecking.REQUIRE_MATCH;
        }

        @Override
        public boolean getHashKnownHosts() {
            return settings.getHashKnownHosts();
        }

        @Override
        public String getUsername() {
            return settings.getUsername();
        }
    }
}
