package org.gongkai.history.git.work.engine;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.jgit.transport.sshd.KeyCache;

/** What happened while one connection was made, so that its failure can be explained. */
final class SshAttempt implements KeyCache {

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
