package org.gongkai.history.git.work.engine;

import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyCache;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;

/**
 * SSH for one transfer of JGit, with the keys, the settings and the known hosts of the user. Nothing is asked and
 * nothing is written: a server that is not known is refused, whatever the settings say, and a key with a passphrase is
 * passed over.
 */
final class EmbeddedSsh extends SshdSessionFactory {

    private final Attempt attempt;

    EmbeddedSsh(Path home) {
        this(home, new Attempt());
    }

    private EmbeddedSsh(Path home, Attempt attempt) {
        super(attempt, null);
        this.attempt = attempt;
        setHomeDirectory(home.toFile());
        setSshDirectory(home.resolve(".ssh").toFile());
    }

    Attempt attempt() {
        return attempt;
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

    /** What happened while the connection was made, so that its failure can be explained. */
    static final class Attempt implements KeyCache {

        private final Set<String> offered = new ConcurrentSkipListSet<>();
        private final Set<String> locked = new ConcurrentSkipListSet<>();
        private final AtomicReference<String> host = new AtomicReference<>();

        /** A key that has a passphrase, which nobody is asked for. */
        void passphraseWanted(String file) {
            locked.add(file);
        }

        /**
         * The server has a key that is not known.
         *
         * @param isOther whether another one is known
         */
        void hostRefused(String fingerprint, boolean isOther) {
            host.set(
                    isOther
                            ? "服务器的主机密钥和这台电脑记下的不一样，可能连到了别的机器，所以没有连接；请让管理员查明原因（现在的指纹是 " + fingerprint + "）。"
                            : "这台电脑还没有记下服务器的主机密钥，所以没有连接；请让管理员核对指纹 " + fingerprint + "，写进用户文件夹下的 .ssh/known_hosts。");
        }

        @Override
        public KeyPair get(Path file, Function<? super Path, ? extends KeyPair> reader) {
            KeyPair pair = reader.apply(file);
            if (pair != null) {
                offered.add(file.getFileName().toString());
            }
            return pair;
        }

        @Override
        public void close() {
            // Keys are not retained.
        }

        /** Returns why the server was refused; empty if it was not. */
        Optional<String> unknownHost() {
            return Optional.ofNullable(host.get());
        }

        /** Returns why no login was possible. */
        String missingKey() {
            if (!offered.isEmpty()) {
                return "服务器不接受这台电脑的密钥（" + String.join("、", offered) + "）；请让管理员把它的公钥登记到服务器上。";
            }
            if (!locked.isEmpty()) {
                return "密钥 " + locked.iterator().next() + " 设了口令，没有安装 git 时不能使用；请让管理员安装 git，或者换一个没有口令的密钥。";
            }
            return "这台电脑上没有登录服务器的密钥；请让管理员做一个，放在用户文件夹下的 .ssh 里，并把公钥登记到服务器上。";
        }
    }
}
