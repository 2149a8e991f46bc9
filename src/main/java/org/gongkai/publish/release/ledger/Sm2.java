package org.gongkai.publish.release.ledger;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.gongkai.publish.release.ledger.SigningKey.VerificationKey;

/**
 * SM2 signatures of SM3 digests (GB/T 32918.2, GB/T 32905), with the curve of GB/T 32918.5 and the identity of the
 * signer that holds where none was agreed on (GB/T 35276): 1234567812345678.
 */
final class Sm2 {

    private Sm2() {}

    /** No record, whose text would be its key. */
    private static final class Private implements SigningKey {

        private final ECPrivateKeyParameters key;

        Private(ECPrivateKeyParameters key) {
            this.key = key;
        }

        @Override
        public byte[] sign(byte[] text) {
            SM2Signer signer = new SM2Signer();
            signer.init(true, new ParametersWithRandom(key, new Nonces(key, text)));
            signer.update(text, 0, text.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException e) {
                throw new IllegalStateException("any text can be signed", e);
            }
        }

        /** Another program may have signed with the key, with other nonces: the public key tells. */
        @Override
        public boolean hasSigned(String text, String base64) {
            ECDomainParameters curve = key.getParameters();
            return new Public(new ECPublicKeyParameters(
                            new FixedPointCombMultiplier().multiply(curve.getG(), key.getD()), curve))
                    .verifies(text, base64);
        }
    }

    /** The nonces of RFC 6979 with SM3, in place of random ones, so that a text has one signature of a key. */
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

    private record Public(ECPublicKeyParameters key) implements VerificationKey {

        @Override
        public String algorithm() {
            return "SM2";
        }

        @Override
        public boolean verifies(byte[] text, byte[] signature) {
            SM2Signer signer = new SM2Signer();
            signer.init(false, key);
            signer.update(text, 0, text.length);
            return signer.verifySignature(signature);
        }
    }

    /** @throws IllegalArgumentException if the bytes are no private key (PKCS #8) */
    static boolean isPrivateKey(byte[] pkcs8) {
        return isOnCurve(PrivateKeyInfo.getInstance(pkcs8).getPrivateKeyAlgorithm());
    }

    /** @throws IllegalArgumentException if the bytes are no public key (X.509) */
    static boolean isPublicKey(byte[] x509) {
        return isOnCurve(SubjectPublicKeyInfo.getInstance(x509).getAlgorithm());
    }

    private static boolean isOnCurve(AlgorithmIdentifier algorithm) {
        return GMObjectIdentifiers.sm2p256v1.equals(algorithm.getParameters());
    }

    /** @throws GeneralSecurityException if the bytes are no private key of the curve */
    static SigningKey signing(byte[] pkcs8) throws GeneralSecurityException {
        try {
            ECPrivateKey key =
                    ECPrivateKey.getInstance(PrivateKeyInfo.getInstance(pkcs8).parsePrivateKey());
            return new Private(new ECPrivateKeyParameters(key.getKey(), curve()));
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** @throws IllegalArgumentException if the bytes are no public key of the curve */
    static VerificationKey verification(byte[] x509) {
        byte[] point = SubjectPublicKeyInfo.getInstance(x509).getPublicKeyData().getBytes();
        return new Public(new ECPublicKeyParameters(curve().getCurve().decodePoint(point), curve()));
    }

    private static ECDomainParameters curve() {
        return new ECDomainParameters(GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
    }
}
