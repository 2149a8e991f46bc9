package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.gongkai.history.git.work.Desks.Engine;
import org.gongkai.history.git.work.engine.GitEnvironment;
import org.gongkai.history.git.work.result.PullResult;
import org.gongkai.history.git.work.result.TransferResult;
import org.gongkai.history.git.work.result.TransferResult.Status;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without an installed git JGit talks to a server over SSH; whatever is missing is said, and nothing is asked. */
@Tag("slow")
class SshTransferTest {

    private static final String NOTICE = "content/通知/开会.md";

    private final KeyPair key = SshServer.key("ecdsa-sha2-nistp256", 256);

    @TempDir
    private Path folder;

    private Desks desks;
    private SshServer server;
    private Path clone;

    @BeforeEach
    void aCloneWithACommit() throws IOException {
        desks = new Desks(folder, Engine.JGIT).begun(NOTICE, "一\n");
        clone = desks.clone("甲");
        GitServer.write(clone, "content/甲.md", "甲\n");
        desks.open(clone).commit(List.of("content/甲.md"), "甲", Optional.empty());
        serve(key);
        GitServer.write(folder, ".ssh/known_hosts", server.knownHost(server.hostKey()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void serve(KeyPair allowed) throws IOException {
        server = new SshServer(allowed.getPublic());
        desks.setAddress(clone, server.address(desks.server().repository()));
    }

    private TransferResult push() throws IOException {
        return desks.open(clone).push();
    }

    private String last() {
        return desks.git(desks.server().repository(), "log", "-1", "--format=%s", "main")
                .strip();
    }

    @ParameterizedTest
    @CsvSource({"ecdsa-sha2-nistp256, 256, id_ecdsa", "ssh-rsa, 2048, id_rsa", "ssh-ed25519, 256, id_ed25519"})
    void aKeyOfTheUserIsEnough(String type, int bits, String file) throws IOException {
        KeyPair own = SshServer.key(type, bits);
        server.close();
        serve(own);
        GitServer.write(folder, ".ssh/known_hosts", server.knownHost(server.hostKey()));
        SshServer.store(own, folder.resolve(".ssh").resolve(file), null);

        assertThat(push()).isEqualTo(TransferResult.of(Status.DONE));
        assertThat(last()).isEqualTo("甲");
    }

    @Test
    void theSettingsOfTheUserNameTheKey() throws IOException {
        SshServer.store(key, folder.resolve("keys/party"), null);
        GitServer.write(folder, ".ssh/config", "Host 127.0.0.1\n  IdentityFile " + folder.resolve("keys/party") + "\n");

        assertThat(push().status()).isEqualTo(Status.DONE);
    }

    @Test
    @Promise("Without an installed git it speaks SSH itself")
    void aServerThatIsNotKnownIsRefusedWhateverTheSettingsSay() throws IOException {
        SshServer.store(key, folder.resolve(".ssh/id_ecdsa"), null);
        GitServer.write(folder, ".ssh/config", "Host *\n  StrictHostKeyChecking no\n");
        Files.delete(folder.resolve(".ssh/known_hosts"));

        assertThat(push())
                .isEqualTo(TransferResult.of(
                        Status.NOT_POSSIBLE,
                        "这台电脑还没有记下服务器的主机密钥，所以没有连接；请让管理员核对指纹 " + KeyUtils.getFingerPrint(server.hostKey())
                                + "，写进用户文件夹下的 .ssh/known_hosts。"));
        assertThat(folder.resolve(".ssh/known_hosts")).doesNotExist();
        assertThat(desks.open(clone).pull(Optional.empty())).isInstanceOf(PullResult.NotFetched.class);
    }

    @Test
    @Promise("Without an installed git it speaks SSH itself")
    void aServerWithAnotherKeyThanBeforeIsRefused() throws IOException {
        SshServer.store(key, folder.resolve(".ssh/id_ecdsa"), null);
        GitServer.write(folder, ".ssh/config", "Host *\n  StrictHostKeyChecking no\n");
        GitServer.write(folder, ".ssh/known_hosts", server.knownHost(key.getPublic()));

        assertThat(push())
                .isEqualTo(TransferResult.of(
                        Status.NOT_POSSIBLE,
                        "服务器的主机密钥和这台电脑记下的不一样，可能连到了别的机器，所以没有连接；请让管理员查明原因（现在的指纹是 "
                                + KeyUtils.getFingerPrint(server.hostKey()) + "）。"));
        assertThat(last()).isEqualTo("开始");
    }

    @Test
    void whoHasNoKeyIsTold() throws IOException {
        assertThat(push())
                .isEqualTo(TransferResult.of(
                        Status.NOT_POSSIBLE, "这台电脑上没有登录服务器的密钥；请让管理员做一个，放在用户文件夹下的 .ssh 里，并把公钥登记到服务器上。"));
    }

    @Test
    void aKeyWithAPassphraseIsNotAskedFor() throws IOException {
        SshServer.store(key, folder.resolve(".ssh/id_ecdsa"), "secret");

        assertThat(push())
                .isEqualTo(TransferResult.of(
                        Status.NOT_POSSIBLE,
                        "密钥 " + folder.resolve(".ssh/id_ecdsa") + " 设了口令，没有安装 git 时不能使用；请让管理员安装 git，或者换一个没有口令的密钥。"));
    }

    @Test
    void aKeyWithoutAPassphraseIsUsedBesideOneThatHasIt() throws IOException {
        SshServer.store(SshServer.key("ssh-rsa", 2048), folder.resolve(".ssh/id_rsa"), "secret");
        SshServer.store(key, folder.resolve(".ssh/id_ecdsa"), null);

        assertThat(push().status()).isEqualTo(Status.DONE);
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsNamed() throws IOException {
        SshServer.store(SshServer.key("ecdsa-sha2-nistp256", 256), folder.resolve(".ssh/id_ecdsa"), null);

        assertThat(push())
                .isEqualTo(TransferResult.of(Status.NOT_POSSIBLE, "服务器不接受这台电脑的密钥（id_ecdsa）；请让管理员把它的公钥登记到服务器上。"));
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        SshServer.store(key, folder.resolve(".ssh/id_ecdsa"), null);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            desks.setAddress(clone, "ssh://git@127.0.0.1:" + silent.getLocalPort() + "/x.git");

            assertThat(hasty().push().status()).isEqualTo(Status.TIMED_OUT);
        }
    }

    /** The clone, with one second for each transfer. */
    private WorkingCopy hasty() throws IOException {
        GitEnvironment usual = desks.environment(Map.of());
        GitEnvironment hasty = new GitEnvironment(
                usual.program(), usual.variables(), usual.home(), usual.local(), Duration.ofSeconds(1), true);
        return WorkingCopy.open(clone, hasty).orElseThrow();
    }

    @Test
    void aServerThatWantsAPasswordIsTold() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        http.start();
        try {
            String address = "http://127.0.0.1:" + http.getAddress().getPort() + "/x.git";
            desks.setAddress(clone, address);
            String told = "服务器要用户名和密码，没有安装 git 时程序不询问也不保存密码；请让管理员安装 git 并记住密码，或者把服务器的地址换成用密钥登录的（ssh://）。";
            assertThat(push()).isEqualTo(TransferResult.of(Status.NOT_POSSIBLE, told));
            desks.setAddress(clone, address.replace("//", "//he:secret@"));
            assertThat(push()).isEqualTo(TransferResult.of(Status.NOT_POSSIBLE, told));
        } finally {
            http.stop(0);
        }
    }
}
