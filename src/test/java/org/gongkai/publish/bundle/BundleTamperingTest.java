package org.gongkai.publish.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.gongkai.io.Digests;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.KeyFiles;
import org.gongkai.testing.Program;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.testing.Sm2Keys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are not what was exported. */
@Tag("slow")
class BundleTamperingTest extends FolderFixture {

    private static final String PAGE = "site/articles/2024/a.html";

    private CarriedSite carried;

    @BeforeEach
    void anExportedSite() {
        carried = new CarriedSite(folder);
        carried.near.published();
        carried.exported();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("改动：" + PAGE, parts -> parts.get(PAGE)[100] ^= 1),
                change("改动：" + PAGE, parts -> parts.put(PAGE, new byte[] {1})),
                change("缺少：" + PAGE, parts -> parts.remove(PAGE)),
                change("多出：site/x.html", parts -> parts.put("site/x.html", new byte[] {1})),
                change("多出：x.sh", parts -> parts.put("x.sh", new byte[] {1})),
                change("改动：CHANGES.txt", parts -> parts.get("CHANGES.txt")[20] ^= 1),
                change("改动：addresses.txt", parts -> parts.get("addresses.txt")[0] ^= 1),
                change("缺少：manifest.json", parts -> parts.remove("manifest.json")),
                change("缺少：SHA256SUMS", parts -> parts.remove("SHA256SUMS")),
                change("改动：SHA256SUMS", parts -> parts.get("SHA256SUMS")[0] ^= 1),
                change("清单不是本程序写的，或被改动过：manifest.json", parts -> parts.put("manifest.json", "{}".getBytes())),
                change("路径会写到外面去：../x.html", parts -> parts.put("../x.html", new byte[] {1})),
                change("路径会写到外面去：site/../../x.html", parts -> parts.put("site/../../x.html", new byte[] {1})),
                change("路径会写到外面去：/x.html", parts -> parts.put("/x.html", new byte[] {1})),
                change("路径会写到外面去：C:/x.html", parts -> parts.put("C:/x.html", new byte[] {1})),
                change("路径会写到外面去：site\\x.html", parts -> parts.put("site\\x.html", new byte[] {1})),
                change("路径会写到外面去：site//x.html", parts -> parts.put("site//x.html", new byte[] {1})));
    }

    private static Arguments change(String told, Consumer<Map<String, byte[]>> change) {
        return Arguments.of(told, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void tellsWhatIsWrongAndPublishesNothing(String told, Consumer<Map<String, byte[]>> change) {
        carried.tampered(change);

        assertTold(told);
    }

    private void assertTold(String told) {
        Ran verified = carried.verify();
        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.out().lines()).contains("  " + told);
        assertThat(verified.err()).startsWith("核对完成：有 ");
        Ran brought = carried.bring();
        assertThat(brought.status()).isEqualTo(1);
        assertThat(brought.out()).isEmpty();
        assertThat(brought.errors()).contains(told).last().asString().endsWith(" 处不对，没有导入，站点没有改动。");
        assertThat(carried.far).doesNotExist();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("near", "gongkai.zip");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 1000})
    void tellsThatItIsNotAllThere(int missing) throws IOException {
        byte[] bytes = carried.bytes();
        int length = missing == 0 ? 0 : bytes.length - missing;
        Files.write(carried.zip, Arrays.copyOf(bytes, length));

        assertTold("不是 ZIP 文件，或者没有复制完整：" + carried.zip);
    }

    @Test
    void tellsThatItIsNoArchive() throws IOException {
        Files.writeString(carried.zip, "这不是离线包。\n".repeat(100));

        assertTold("不是 ZIP 文件，或者没有复制完整：" + carried.zip);
    }

    @Test
    void tellsThatABitWasLostOnTheWay() throws IOException {
        byte[] bytes = carried.bytes();
        byte[] page = carried.parts().get(PAGE);
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[all.indexOf(new String(page, StandardCharsets.ISO_8859_1)) + 200] ^= 4;
        Files.write(carried.zip, bytes);

        assertTold("改动：" + PAGE);
    }

    @Test
    void opensNothingThatIsCompressed() {
        Map<String, byte[]> parts = new TreeMap<>(carried.parts());
        parts.put("bomb.html", new byte[50_000_000]);
        carried.packed(ZipEntry.DEFLATED, parts);

        assertTold("不是 export bundle 写出的形式：bomb.html（压缩过）");
    }

    @Test
    void tellsThatAFileIsThereTwice() throws IOException {
        carried.tampered(parts -> parts.put("site/articles/2024/aa.htm", new byte[] {1}));
        String all = Files.readString(carried.zip, StandardCharsets.ISO_8859_1);
        Files.writeString(
                carried.zip, all.replace("articles/2024/aa.htm", "articles/2024/a.html"), StandardCharsets.ISO_8859_1);

        assertTold("有两份：" + PAGE);
    }

    @Test
    void seesThatEverythingWasMadeToFitButTheRecord() {
        carried.tampered(parts -> {
            byte[] old = parts.get(PAGE).clone();
            parts.get(PAGE)[200] ^= 1;
            replace(parts, "site/manifest.json", Digests.sha256(old), Digests.sha256(parts.get(PAGE)));
            fit(parts);
        });

        assertTold("清单与封存的不符：site/manifest.json");
    }

    @Test
    void anArchiveSignedWithSm2IsVerifiedAndTheSameEachTime() throws IOException {
        Path key = Files.writeString(folder.resolve("near/sm2.pem"), Sm2Keys.privatePem(Sm2Keys.EXAMPLE));
        Path publicKey = Files.writeString(folder.resolve("near/sm2.pub"), Sm2Keys.publicPem(Sm2Keys.EXAMPLE));
        carried.near.edit("改过。").published("--key", key);

        byte[] signed = carried.exported("--key", key).bytes();

        assertThat(carried.exported("--key", key).bytes()).isEqualTo(signed);
        assertThat(carried.verify("--public-key", publicKey).out()).endsWith("，签名正确（SM2）\n");
        assertThat(carried.verify().out()).endsWith("（没有核对 SM2 签名）\n");
        carried.tampered(parts -> parts.put("manifest.sig", new byte[73]));
        assertThat(carried.verify("--public-key", publicKey).out()).contains("签名不对：manifest.json\n");
    }

    @Test
    void seesThatTheRecordWasMadeToFitIfItKnowsTheKey() throws IOException {
        KeyPair keys = KeyFiles.pair();
        Path key = KeyFiles.write(folder.resolve("near/key.pem"), keys.getPrivate());
        Path publicKey = KeyFiles.write(folder.resolve("near/public.pem"), keys.getPublic());
        carried.near.edit("改过。").published("--key", key);

        Ran unsigned = carried.export();
        assertThat(unsigned.err()).startsWith("提示：发布记录有签名，包的清单没有；");
        assertThat(carried.verify("--public-key", publicKey).out()).contains("没有签名：manifest.json");
        byte[] signed = carried.exported("--key", key).bytes();
        assertThat(carried.exported("--key", key).bytes()).isEqualTo(signed);
        assertThat(carried.verify("--public-key", publicKey).out()).endsWith("，签名正确（Ed25519）\n");

        carried.tampered(parts -> {
            replace(parts, "CHANGES.txt", "第二条内容", "第三条内容");
            fit(parts);
        });
        assertThat(carried.verify().status()).isZero();
        assertThat(carried.verify("--public-key", publicKey).out()).contains("1 处不对\n  签名不对：manifest.json\n");

        Files.write(carried.zip, signed);
        carried.tampered(parts -> {
            replace(parts, "record.jsonl", "2024-06-01T12:00", "2025-06-01T12:00");
            fit(parts);
        });
        assertThat(carried.bring("--public-key", publicKey).errors()).contains("签名不对：record.jsonl");
        assertThat(carried.far).doesNotExist();
        Files.write(carried.zip, signed);
        assertThat(carried.bring("--public-key", publicKey).status()).isZero();
        assertThat(run("verify", carried.far, "--public-key", publicKey).out())
                .contains("没有签名"); // The record there is that of whoever imported, without a key.
    }

    /** Makes manifest and sums say what is there. */
    private static void fit(Map<String, byte[]> parts) {
        StringBuilder sums = new StringBuilder();
        String manifest = text(parts, "manifest.json");
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            manifest = manifest.replaceFirst(
                    "(\"path\": \"" + part.getKey() + "\", \"size\": )\\d+, \"sha256\": \"[0-9a-f]+\"",
                    "$1" + part.getValue().length + ", \"sha256\": \"" + Digests.sha256(part.getValue()) + "\"");
        }
        parts.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        new TreeMap<>(parts).forEach((path, bytes) -> {
            if (!path.equals("SHA256SUMS")) {
                sums.append(Digests.sha256(bytes)).append("  ").append(path).append('\n');
            }
        });
        parts.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void replace(Map<String, byte[]> parts, String path, String old, String with) {
        String text = text(parts, path);
        assertThat(text).contains(old);
        parts.put(path, text.replace(old, with).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Map<String, byte[]> parts, String path) {
        return new String(parts.get(path), StandardCharsets.UTF_8);
    }

    // Archives that are checked and taken with less memory than they have bytes.

    private static final String HEAP = "64m";

    @BeforeEach
    void aSite() {
        carried = new CarriedSite(folder);
    }

    @Test
    void aTextForWhichThereIsNoMemoryIsNamedWithWhatThereIs() {
        carried.near.published();
        carried.exported().tampered(parts -> parts.put("manifest.json", new byte[3 << 20]));

        assertThat(Program.runIn(HEAP, "verify", carried.zip.toString()))
                .isEqualTo(new Ran(
                        3,
                        "",
                        "读写出错：" + carried.zip
                                + "（里面的 manifest.json 有 3 MB，内存只够读 2 MB；请用 java -Xmx 给程序多一些内存）；站点没有改动。\n"));
    }

    @Test
    void moreFilesThanThereIsMemoryForAreCounted() {
        carried.near.published();
        carried.exported().tampered(parts -> {
            for (int i = 0; i < 42_000; i++) {
                parts.put("site/" + i, new byte[0]);
            }
        });

        Ran ran = Program.runIn(HEAP, "verify", carried.zip.toString());

        assertThat(ran.status()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out()).matches("(?s).*文件太多（42\\d{3} 个）.*");
    }
}
