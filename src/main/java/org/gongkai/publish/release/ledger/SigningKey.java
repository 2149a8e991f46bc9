package org.gongkai.publish.release.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.function.IOFunction;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;

/**
 * A private key that signs records, as {@code openssl genpkey} writes it with {@code -algorithm ed25519} or {@code
 * -algorithm SM2}. Signatures are those of RFC 8032, or those of SM2 of SM3 digests (GB/T 32918.2, GB/T 32905), with
 * the curve of GB/T 32918.5 and the identity of the signer that holds where none was agreed on (GB/T 35276):
 * 1234567812345678. No record, whose text would be its key.
 */
public final class SigningKey {

    /** The object identifier of its keys (RFC 8410). */
    private static final String ED25519 = "1.3.101.112";

    private final AsymmetricKeyParameter key;

    private SigningKey(AsymmetricKeyParameter key) {
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @throws UnknownRelease if the file holds no such key
     * @throws IOException if it cannot be read
     */
    public static SigningKey read(Path file) throws IOException {
        return key(file, "PRIVATE KEY", "私钥", pkcs8 -> {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8);
            ASN1Encodable stored = info.parsePrivateKey();
            return new SigningKey(
                    isSm2(info.getPrivateKeyAlgorithm())
                            ? new ECPrivateKeyParameters(
                                    ECPrivateKey.getInstance(stored).getKey(), curve())
                            : new Ed25519PrivateKeyParameters(
                                    ASN1OctetString.getInstance(stored).getOctets()));
        });
    }

    /** The signature of a text, in Base64. A text has one signature of a key. */
    public String sign(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CipherParameters signing =
                key instanceof ECPrivateKeyParameters sm2 ? new ParametersWithRandom(sm2, new Nonces(sm2, bytes)) : key;
        try {
            return Base64.getEncoder()
                    .encodeToString(signer(key, signing, bytes).generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("any text can be signed", e);
        }
    }

    /** Whether a signature of a text, in Base64, was made with this key; with SM2, other programs use other nonces. */
    public boolean hasSigned(String text, String base64) {
        if (!(key instanceof ECPrivateKeyParameters sm2)) {
            return sign(text).equals(base64);
        }
        ECPoint point = new FixedPointCombMultiplier().multiply(curve().getG(), sm2.getD());
        return new VerificationKey(new ECPublicKeyParameters(point, curve())).verifies(text, base64);
    }

    private static Signer signer(AsymmetricKeyParameter key, CipherParameters parameters, byte[] text) {
        Signer signer = isSm2(key) ? new SM2Signer() : new Ed25519Signer();
        signer.init(key.isPrivate(), parameters);
        signer.update(text, 0, text.length);
        return signer;
    }

    /** The nonces of RFC 6979 with SM3, in place of random ones. */
    private static final class Nonces extends SecureRandom {

        private final HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SM3Digest());

        Nonces(ECPrivateKeyParameters key, byte[] text) {
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

    /** A public key that verifies records, as {@code openssl pkey -pubout} writes it. */
    public record VerificationKey(AsymmetricKeyParameter key) {

        /** The name of what signs. */
        public String algorithm() {
            return isSm2(key) ? "SM2" : "Ed25519";
        }

        /** Whether a signature of a text, in Base64, is valid; false for a text that is no signature. */
        public boolean verifies(String text, String base64) {
            try {
                byte[] signature = Base64.getDecoder().decode(base64);
                return signer(key, key, text.getBytes(StandardCharsets.UTF_8)).verifySignature(signature);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        /** Reads a key as {@link SigningKey#read} does. */
        public static VerificationKey read(Path file) throws IOException {
            return SigningKey.key(file, "PUBLIC KEY", "公钥", x509 -> {
                SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(x509);
                byte[] stored = info.getPublicKeyData().getBytes();
                return new VerificationKey(
                        isSm2(info.getAlgorithm())
                                ? new ECPublicKeyParameters(curve().getCurve().decodePoint(stored), curve())
                                : new Ed25519PublicKeyParameters(stored));
            });
        }
    }

    private static boolean isSm2(AsymmetricKeyParameter key) {
        return !(key instanceof Ed25519PrivateKeyParameters || key instanceof Ed25519PublicKeyParameters);
    }

    /** @throws IllegalArgumentException if keys of the algorithm are of neither kind */
    private static boolean isSm2(AlgorithmIdentifier algorithm) {
        boolean isSm2 = GMObjectIdentifiers.sm2p256v1.equals(algorithm.getParameters());
        if (!isSm2 && !ED25519.equals(algorithm.getAlgorithm().getId())) {
            throw new IllegalArgumentException("keys of " + algorithm.getAlgorithm());
        }
        return isSm2;
    }

    private static ECDomainParameters curve() {
        return new ECDomainParameters(GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
    }

    /** Reads the first key of a kind in a text (RFC 7468). */
    private static <K> K key(Path file, String kind, String what, IOFunction<byte[], K> reader) throws IOException {
        Matcher block = Pattern.compile("-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]+)-----END " + kind + "-----")
                .matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        UnknownRelease unknown = new UnknownRelease("这个文件不是 Ed25519 或 SM2 " + what + "（PEM 格式）：" + file);
        if (!block.find()) {
            throw unknown;
        }
        try {
            return reader.apply(Base64.getMimeDecoder().decode(block.group(1)));
        } catch (IOException | RuntimeException e) {
            // The library throws all kinds of exceptions for damaged keys.
            unknown.initCause(e);
            throw unknown;
        }
    }
}
