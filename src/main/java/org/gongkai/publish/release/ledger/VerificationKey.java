package org.gongkai.publish.release.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.gongkai.publish.release.ledger.SigningKey.Pem;

/** An Ed25519 public key that verifies records, as {@code openssl pkey -pubout} writes it. */
public final class VerificationKey {

    private final PublicKey key;

    private VerificationKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @throws UnknownRelease if the file holds no such key
     * @throws IOException if it cannot be read
     */
    public static VerificationKey read(Path file) throws IOException {
        try {
            byte[] bytes = Pem.bytes(Files.readString(file, StandardCharsets.ISO_8859_1), "PUBLIC KEY");
            return new VerificationKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnknownRelease("这个文件不是 Ed25519 公钥（PEM 格式）：" + file);
        }
    }

    /** Whether a Base64 signature of a text is valid. */
    public boolean verifies(String text, String base64) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
