package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.ledger.Event;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.SigningKey;
import org.gongkai.publish.release.ledger.SigningKey.VerificationKey;
import org.gongkai.testing.KeyFiles;
import org.gongkai.testing.Sm2Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest extends SitesFixture {

    private static final KeyPair KEYS = KeyFiles.pair();
    private static final String PRIVATE = KeyFiles.pem(KEYS.getPrivate());
    private static final String PUBLIC = KeyFiles.pem(KEYS.getPublic());
    private static final String OTHER = KeyFiles.pem(KeyFiles.pair().getPublic());

    @Test
    void tellsWhoSealedARelease() throws IOException {
        sites.signing(Optional.of(SigningKey.read(file("key.pem", PRIVATE)))).publish(Map.of("index.html", "甲"));

        assertThat(check(PUBLIC)).isEmpty();
        assertThat(check(OTHER)).containsExactly("签名不对：releases/20240601-120000");
    }

    @Test
    void findsARecordThatWasMadeToFit() throws IOException {
        sites.signing(Optional.of(SigningKey.read(file("key.pem", PRIVATE)))).publish(Map.of("index.html", "甲"));
        Path records = sites.store().records();
        Files.writeString(records, Files.readString(records).replace("李明", "王芳"));

        assertThat(check(PUBLIC)).containsExactly("签名不对：releases/20240601-120000");
    }

    @Test
    void missesASignature() throws IOException {
        sites.publish(Map.of("index.html", "甲"));

        assertThat(check(PUBLIC)).containsExactly("没有签名：releases/20240601-120000");
    }

    @Test
    void takingAPageDownSealsAnew() throws IOException {
        sites.signing(Optional.of(SigningKey.read(file("key.pem", PRIVATE))))
                .publish(Map.of("index.html", "甲", "a/2024/x.html", "乙"));
        sites.takeDown("a/2024/x.html", "试");
        assertThat(check(PUBLIC)).isEmpty();

        sites.publish(Map.of("index.html", "甲", "a/2024/y.html", "乙"));
        sites.takeDown("a/2024/y.html", "试");
        sites.rollBack(Optional.empty(), "");
        assertThat(check(PUBLIC)).isEmpty();
    }

    @Test
    void findsThatNobodySignedWhatReadersWereLedTo() throws IOException {
        sites.signing(Optional.of(SigningKey.read(file("key.pem", PRIVATE)))).publish(Map.of("index.html", "甲"));
        sites.publish(Map.of("index.html", "乙"));
        Ledger ledger = sites.store().ledger();
        Event back = new Event.RolledBack("20240601-120000", "");
        new LedgerWriter("王芳", Sites.CLOCK, Optional.empty()).add(sites.store(), ledger, back, Sites.QUICK);
        Sites.QUICK.replaceLink(sites.store().current(), Path.of("releases/20240601-120000"));

        assertThat(check(PUBLIC)).containsExactly("没有签名：第 3 条发布记录");
    }

    @Test
    void knowsAKeyFromOtherFiles() throws IOException {
        Path wrong = file("wrong.pem", PUBLIC.replace("MCow", "MCoz"));

        assertThatThrownBy(() -> SigningKey.read(wrong))
                .isInstanceOf(UnknownRelease.class)
                .hasMessage("这个文件不是 Ed25519 或 SM2 私钥（PEM 格式）：" + wrong);
        assertThatThrownBy(() -> VerificationKey.read(wrong))
                .isInstanceOf(UnknownRelease.class)
                .hasMessage("这个文件不是 Ed25519 或 SM2 公钥（PEM 格式）：" + wrong);
    }

    /** The example of GB/T 32918.5-2017, A.2, whose digests are SM3. */
    @Test
    void knowsTheSignatureThatTheStandardOfSm2Gives() throws IOException {
        SigningKey key = SigningKey.read(file("key.pem", Sm2Keys.privatePem(Sm2Keys.EXAMPLE)));
        VerificationKey verification = VerificationKey.read(file("public.pem", Sm2Keys.publicPem(Sm2Keys.EXAMPLE)));

        assertThat(verification.verifies("message digest", Sm2Keys.EXAMPLE_SIGNATURE))
                .isTrue();
        assertThat(key.hasSigned("message digest", Sm2Keys.EXAMPLE_SIGNATURE)).isTrue();
        assertThat(verification.verifies("message digests", Sm2Keys.EXAMPLE_SIGNATURE))
                .isFalse();
        assertThat(verification.verifies("message digest", "AAAA")).isFalse();
    }

    /** The examples of GB/T 32905-2016 (GM/T 0004), A.1 and A.2. */
    @ParameterizedTest
    @CsvSource({
        "abc, 1, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "abcd, 16, debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    })
    void theDigestsOfSm2AreThoseThatTheStandardOfSm3Gives(String text, int times, String digest) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(text.repeat(times).getBytes(StandardCharsets.UTF_8), 0, text.length() * times);
        byte[] bytes = new byte[sm3.getDigestSize()];
        sm3.doFinal(bytes, 0);

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(digest);
    }

    @Test
    void signsWithSm2AndGoesOnWithTheSameKey() throws IOException {
        Path key = file("key.pem", Sm2Keys.privatePem(Sm2Keys.EXAMPLE));
        sites.signing(Optional.of(SigningKey.read(key))).publish(Map.of("index.html", "甲"));
        sites.publish(Map.of("index.html", "乙"));

        assertThat(check(Sm2Keys.publicPem(Sm2Keys.EXAMPLE))).isEmpty();
        assertThat(check(Sm2Keys.publicPem(BigInteger.TEN))).containsExactly("签名不对：releases/20240601-120000-2");
        assertThat(check(PUBLIC)).containsExactly("签名不对：releases/20240601-120000-2");
        sites.signing(Optional.of(SigningKey.read(file("other.pem", Sm2Keys.privatePem(BigInteger.TEN)))));
        assertThatThrownBy(() -> sites.publish(Map.of("index.html", "丙"))).hasMessageStartingWith("这里的发布记录不是用这把私钥签名的");
    }

    private List<String> check(String key) throws IOException {
        return new StoreCheck(sites.store(), Optional.of(VerificationKey.read(file("public.pem", key))))
                .current().stream().map(Finding::text).toList();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
