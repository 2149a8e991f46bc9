package org.gongkai.cli.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.publish.bundle.PublishedSite.FIRST;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.io.FileTrees;
import org.gongkai.publish.bundle.PublishedSite;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.KeyFiles;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is signed once goes on being signed with the same key, whatever writes. */
@Tag("slow")
class SignedStoreTest extends FolderFixture {

    private static final String PAGE = "articles/2024/b.html";
    private static final String WANTS = "这里的发布记录有签名，接着写也要签名；请加上 --key 和签名用的私钥文件，确实不再签名才加上 --change-key：";
    private static final String OTHER = "这里的发布记录不是用这把私钥签名的；请用 --key 写明原来的私钥文件，确实要换一把才加上 --change-key：";

    private PublishedSite published;
    private Path key;
    private Path publicKey;
    private Path otherKey;
    private Path zip;

    @BeforeEach
    void twoSignedReleases() throws IOException, GeneralSecurityException {
        KeyPair keys = KeyFiles.pair();
        key = KeyFiles.write(folder.resolve("key.pem"), keys.getPrivate());
        publicKey = KeyFiles.write(folder.resolve("public.pem"), keys.getPublic());
        otherKey = KeyFiles.write(folder.resolve("other.pem"), KeyFiles.pair().getPrivate());
        published = new PublishedSite(folder);
        published.published("--key", key);
        published.edit("改过。").published("--key", key);
        PublishedSite elsewhere = new PublishedSite(folder.resolve("elsewhere")).published();
        elsewhere.edit("那边改过。").published();
        zip = folder.resolve("gongkai.zip");
        done("export", "bundle", "--to", elsewhere.to, "-o", zip);
        published.edit("又改过。");
    }

    /** Every command that writes into a store. */
    private List<List<String>> commands() {
        String to = published.to.toString();
        return List.of(
                List.of("publish", "-s", published.site.root().toString(), "--to", to),
                List.of("rollback", "--to", to),
                List.of("rollback", FIRST, "--to", to),
                List.of("prune", "--to", to, "--keep", "1"),
                List.of("takedown", PAGE, "--to", to, "--reason", "试"),
                List.of("takedown", PAGE, "--to", to, "--undo", "--reason", "试"),
                List.of("import", "bundle", zip.toString(), "--to", to, "--force"));
    }

    private static Ran with(List<String> command, Object... more) {
        return run(command.toArray(), more);
    }

    private String records() {
        return SiteFolder.read(published.to.resolve("records.jsonl"));
    }

    @Test
    void nothingIsWrittenWithoutTheKeyOrWithAnotherOne() {
        String before = records();
        var served = published.served();

        for (List<String> command : commands()) {
            Ran unsigned = with(command);
            assertThat(unsigned.status()).as(command.toString()).isEqualTo(1);
            assertThat(unsigned.err()).as(command.toString()).contains(WANTS);
            Ran wrong = with(command, "--key", otherKey);
            assertThat(wrong.status()).as(command.toString()).isEqualTo(1);
            assertThat(wrong.err()).as(command.toString()).contains(OTHER);
            assertThat(records()).as(command.toString()).isEqualTo(before);
        }
        assertThat(published.served()).isEqualTo(served);
        assertThat(published.verify("--all", "--public-key", publicKey).status())
                .isZero();
        assertThat(published.verify().out()).contains("；有 Ed25519 签名，没有核对（核对用 --public-key）\n");
    }

    @Test
    void everythingIsWrittenWithTheKeyAndCanBeVerified() {
        List<List<String>> commands = new ArrayList<>(commands());
        commands.add(commands.remove(3)); // Pruned last, so that there is something to step back to.

        for (List<String> command : commands) {
            String before = records();
            Ran ran = with(command, "--key", key);
            assertThat(ran.status()).as(command + "\n" + ran.err()).isZero();
            assertThat(records()).as(command.toString()).startsWith(before).isNotEqualTo(before);
            Ran verified = published.verify("--all", "--public-key", publicKey);
            assertThat(verified.status()).as(command + "\n" + verified.out()).isZero();
        }
    }

    @Test
    void anUnsignedStoreIsWrittenWithOrWithoutAKey() throws IOException {
        for (List<String> signing : List.of(List.<String>of(), List.of("--key", key.toString()))) {
            FileTrees.delete(published.to);
            published.edit("甲。").published();
            published.edit("乙。").published();
            published.edit("丙。");
            for (List<String> command : commands()) {
                Ran ran = with(command, signing.toArray(String[]::new));
                assertThat(ran.status()).as(command + "\n" + ran.err()).isZero();
            }
            assertThat(published.verify("--all").status()).isZero();
        }
    }

    @Test
    void theKeyIsChangedOnlyOnPurpose() {
        assertThat(published.publish("--key", otherKey, "--change-key").status())
                .isZero();
        assertThat(published.edit("丁。").publish("--key", key).err()).contains(OTHER);
        assertThat(published.publish("--key", otherKey).status()).isZero();
        assertThat(published.edit("戊。").publish("--change-key").status()).isZero();
        assertThat(published.edit("己。").publish().status()).isZero();
        assertThat(published.verify("--public-key", publicKey).out()).contains("没有签名：releases/");
    }

    @Test
    void verifyNoticesThatReadersAreLedToAnotherRelease() throws IOException {
        Files.delete(published.current());
        Files.createSymbolicLink(published.current(), Path.of("releases", FIRST));

        for (String[] more :
                List.of(new String[] {}, new String[] {"--all"}, new String[] {"--public-key", publicKey.toString()})) {
            Ran ran = published.verify(more);
            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.out()).contains("current 指向发布批次 " + FIRST + "，不是记录里的当前发布批次 " + FIRST + "-2：");
        }
        done("rollback", FIRST + "-2", "--to", published.to, "--key", key);
        assertThat(published.verify("--public-key", publicKey).status()).isZero();
    }

    @Test
    void verifyTellsADamagedManifestInOneSentence() throws IOException {
        Path manifest = published.current().toRealPath().resolve("manifest.json");
        manifest.toFile().setWritable(true);
        Files.writeString(manifest, Files.readString(manifest).replace("\"gongkai", "\"" + "坏".repeat(1 << 18)));

        Ran ran = published.verify();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("清单与封存的不符：releases/" + FIRST + "-2");
        assertThat(ran.err()).isEqualTo("核对完成：有 1 处不对。\n");
        assertThat(SiteFolder.run("verify", manifest.getParent()).status()).isEqualTo(1);
        assertThat(published
                        .with("takedown", PAGE, "--reason", "试", "--key", key)
                        .errors())
                .hasSize(1);
    }
}
