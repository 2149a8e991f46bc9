package org.gongkai.publish.release.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;
import org.gongkai.publish.release.ledger.SigningKey.Pem;

/** A private key that signs records: Ed25519, as {@code openssl genpkey -algorithm ed25519} writes it. */
public final class SigningKey {

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @throws UnknownRelease if the file holds no such key
     * @throws IOException if it cannot be read
     */
    public static SigningKey read(Path file) throws IOException {
        try {
            byte[] bytes = Pem.bytes(Files.readString(file, StandardCharsets.ISO_8859_1), "PRIVATE KEY");
            return new SigningKey(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnknownRelease("这个文件不是 Ed25519 私钥（PEM 格式）：" + file);
        }
    }

    /** The signature of a text, in Base64. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 signs with Ed25519", e);
        }
    }

    /** Keys as text (RFC 7468). */
    static final class Pem {

        private Pem() {}

        /**
         * The bytes of the first block of a kind.
         *
         * @throws IllegalArgumentException if there is none
         */
        static byte[] bytes(String text, String kind) {
            Matcher block = Pattern.compile(
                            "-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]+)-----END " + kind + "-----")
                    .matcher(text);
            if (!block.find()) {
                throw new IllegalArgumentException("no " + kind);
            }
            return Base64.getMimeDecoder().decode(block.group(1));
        }
    }

    /** An Ed25519 public key that verifies records, as {@code openssl pkey -pubout} writes it. */
    public static final class VerificationKey {

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
                return new VerificationKey(
                        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes)));
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
}
