package org.gongkai.publish.release.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.gongkai.publish.release.ledger.SigningKey.VerificationKey;

/** Ed25519 signatures (RFC 8032), which are deterministic. */
final class Ed25519 {

    private static final String NAME = "Ed25519";

    private Ed25519() {}

    private record Private(PrivateKey key) implements SigningKey {

        @Override
        public byte[] sign(byte[] text) {
            try {
                Signature signature = Signature.getInstance(NAME);
                signature.initSign(key);
                signature.update(text);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Java 17 signs with Ed25519", e);
            }
        }

        @Override
        public boolean hasSigned(String text, String base64) {
            return sign(text).equals(base64);
        }
    }

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
        return new Private(KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    }

    static VerificationKey verification(byte[] x509) throws GeneralSecurityException {
        return new Public(KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(x509)));
    }
}
