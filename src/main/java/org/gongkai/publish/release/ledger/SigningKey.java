package org.gongkai.publish.release.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.util.BigIntegers;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;

/**
 * A private key that signs records, as {@code openssl genpkey} writes it with {@code -algorithm ed25519} or {@code
 * -algorithm SM2}. A text has one signature of a key. No record, whose text would be its key.
 */
public final class SigningKey {

    private final Scheme scheme;
    private final PrivateKey key;

    private SigningKey(Scheme scheme, PrivateKey key) {
        this.scheme = scheme;
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
            byte[] key = pem(file, "PRIVATE KEY");
            Scheme scheme = Scheme.of(PrivateKeyInfo.getInstance(key).getPrivateKeyAlgorithm());
            return new SigningKey(scheme, scheme.keys().generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnknownRelease("这个文件不是 Ed25519 或 SM2 私钥（PEM 格式）：" + file);
        }
    }

    /** The signature of a text, in Base64. */
    public String sign(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            Signature signature = scheme.signature();
            signature.initSign(key, key instanceof ECPrivateKey curved ? new Nonces(curved, bytes) : null);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("any text can be signed", e);
        }
    }

    /** Whether a signature of a text, in Base64, was made with this key. */
    public boolean hasSigned(String text, String base64) {
        if (!(key instanceof ECPrivateKey curved)) {
            return sign(text).equals(base64);
        }
        // Another program may have signed with the key, with other nonces: the public key tells.
        try {
            PublicKey own = scheme.keys()
                    .generatePublic(new ECPublicKeySpec(
                            curved.getParameters().getG().multiply(curved.getD()), curved.getParameters()));
            return new VerificationKey(scheme, own).verifies(text, base64);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every private key has a public one", e);
        }
    }

    /** A public key that verifies records, as {@code openssl pkey -pubout} writes it. */
    public record VerificationKey(Scheme scheme, PublicKey key) {

        /**
         * Reads a key.
         *
         * @throws UnknownRelease if the file holds no such key
         * @throws IOException if it cannot be read
         */
        public static VerificationKey read(Path file) throws IOException {
            try {
                byte[] key = pem(file, "PUBLIC KEY");
                Scheme scheme = Scheme.of(SubjectPublicKeyInfo.getInstance(key).getAlgorithm());
                return new VerificationKey(scheme, scheme.keys().generatePublic(new X509EncodedKeySpec(key)));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new UnknownRelease("这个文件不是 Ed25519 或 SM2 公钥（PEM 格式）：" + file);
            }
        }

        /** Whether a signature of a text, in Base64, is valid; false for what is no signature. */
        public boolean verifies(String text, String base64) {
            try {
                Signature signature = scheme.signature();
                signature.initVerify(key);
                signature.update(text.getBytes(StandardCharsets.UTF_8));
                return signature.verify(Base64.getDecoder().decode(base64));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        }
    }

    /**
     * What signs: Ed25519 (RFC 8032), or SM2 with SM3 digests (GB/T 32918.2, GB/T 32905), the curve of GB/T 32918.5 and
     * the identity of the signer that holds where none was agreed on (GB/T 35276): 1234567812345678.
     */
    public enum Scheme {
        ED25519("Ed25519", "Ed25519", "Ed25519"),
        SM2("SM2", "EC", "SM3withSM2");

        private final String label;
        private final String ofKeys;
        private final String ofSignatures;

        Scheme(String label, String ofKeys, String ofSignatures) {
            this.label = label;
            this.ofKeys = ofKeys;
            this.ofSignatures = ofSignatures;
        }

        private static Scheme of(AlgorithmIdentifier algorithm) {
            return GMObjectIdentifiers.sm2p256v1.equals(algorithm.getParameters()) ? SM2 : ED25519;
        }

        /** Its name for users. */
        public String label() {
            return label;
        }

        /** Java itself knows no SM2. */
        private Provider provider() throws GeneralSecurityException {
            return this == SM2
                    ? new BouncyCastleProvider()
                    : KeyFactory.getInstance(ofKeys).getProvider();
        }

        private KeyFactory keys() throws GeneralSecurityException {
            return KeyFactory.getInstance(ofKeys, provider());
        }

        private Signature signature() throws GeneralSecurityException {
            return Signature.getInstance(ofSignatures, provider());
        }
    }

    /** The nonces of RFC 6979 with SM3, in place of random ones, so that a text has one signature of a key. */
    private static final class Nonces extends SecureRandom {

        private final HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SM3Digest());

        Nonces(ECPrivateKey key, byte[] text) {
            SM3Digest digest = new SM3Digest();
            byte[] hash = new byte[digest.getDigestSize()];
            digest.update(text, 0, text.length);
            digest.doFinal(hash, 0);
            nonces.init(key.getParameters().getN(), key.getD(), hash);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            BigIntegers.asUnsignedByteArray(nonces.nextK(), bytes, 0, bytes.length);
        }
    }

    /**
     * The bytes of the first block of a kind in a file with keys as text (RFC 7468).
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
