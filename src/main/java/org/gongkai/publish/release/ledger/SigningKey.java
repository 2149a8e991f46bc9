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

/**
 * A private key that signs records, as {@code openssl genpkey} writes it with {@code -algorithm ed25519} or {@code
 * -algorithm SM2}.
 */
public interface SigningKey {

    /** The signature of a text in UTF-8. */
    byte[] sign(byte[] text);

    /** Whether a signature of a text, in Base64, was made with this key. */
    default boolean hasSigned(String text, String base64) {
        return sign(text).equals(base64);
    }

    /**
     * Reads a key.
     *
     * @throws UnknownRelease if the file holds no such key
     * @throws IOException if it cannot be read
     */
    static SigningKey read(Path file) throws IOException {
        try {
            byte[] key = pem(file, "PRIVATE KEY");
            return Sm2.isPrivateKey(key) ? Sm2.signing(key) : Ed25519.signing(key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnknownRelease("这个文件不是 Ed25519 或 SM2 私钥（PEM 格式）：" + file);
        }
    }

    /** The signature of a text, in Base64. */
    default String sign(String text) {
        return Base64.getEncoder().encodeToString(sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A public key that verifies records, as {@code openssl pkey -pubout} writes it. */
    interface VerificationKey {

        /** The name of what signs. */
        String algorithm();

        /** Whether a signature of a text in UTF-8 is valid; false for bytes that are no signature. */
        boolean verifies(byte[] text, byte[] signature);

        /** Whether a signature of a text, in Base64, is valid. */
        default boolean verifies(String text, String base64) {
            try {
                return verifies(
                        text.getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode(base64));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        /**
         * Reads a key.
         *
         * @throws UnknownRelease if the file holds no such key
         * @throws IOException if it cannot be read
         */
        static VerificationKey read(Path file) throws IOException {
            try {
                byte[] key = pem(file, "PUBLIC KEY");
                return Sm2.isPublicKey(key) ? Sm2.verification(key) : Ed25519.verification(key);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new UnknownRelease("这个文件不是 Ed25519 或 SM2 公钥（PEM 格式）：" + file);
            }
        }
    }

    /** Ed25519 signatures (RFC 8032), which are deterministic. */
    final class Ed25519 {

        private static final String NAME = "Ed25519";

        private Ed25519() {}

        private record Public(PublicKey key) implements VerificationKey {

            @Override
            public String algorithm() {
                return NAME;
            }

            @Override
            public boolean verifies(byte[] text, byte[] signed) {
                try {
                    Signature signature = Signature.getInstance(NAME);
                    signature.initVerify(key);
                    signature.update(text);
                    return signature.verify(signed);
                } catch (GeneralSecurityException e) {
                    return false;
                }
            }
        }

        static SigningKey signing(byte[] pkcs8) throws GeneralSecurityException {
            PrivateKey key = KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return text -> {
                try {
                    Signature signature = Signature.getInstance(NAME);
                    signature.initSign(key);
                    signature.update(text);
                    return signature.sign();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("Java 17 signs with Ed25519", e);
                }
            };
        }

        static VerificationKey verification(byte[] x509) throws GeneralSecurityException {
            return new Public(KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(x509)));
        }
    }

    /**
     * The bytes of the first key of a kind in a text (RFC 7468).
     *
     * @throws IllegalArgumentException if there is none
     */
    private static byte[] pem(Path file, String kind) throws IOException {
        Matcher block = Pattern.compile("-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]+)-----END " + kind + "-----")
                .matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!block.find()) {
            throw new IllegalArgumentException("no " + kind);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
