package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** Keys of SM2, as openssl writes them. */
public final class Sm2Keys {

    private static final X9ECParameters CURVE = GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1);
    private static final AlgorithmIdentifier ALGORITHM =
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1);

    /** The private key of the example of the standard. */
    public static final BigInteger EXAMPLE =
            new BigInteger("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16);

    /** Its signature of the text {@code message digest}. */
    public static final String EXAMPLE_SIGNATURE = signature(
            "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3",
            "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");

    private Sm2Keys() {}

    public static String privatePem(BigInteger key) {
        return encoded("PRIVATE KEY", () -> new PrivateKeyInfo(ALGORITHM, new ECPrivateKey(256, key)));
    }

    public static String publicPem(BigInteger key) {
        byte[] point = CURVE.getG().multiply(key).getEncoded(false);
        return encoded("PUBLIC KEY", () -> new SubjectPublicKeyInfo(ALGORITHM, point));
    }

    private interface Encodable {
        ASN1Encodable make() throws IOException;
    }

    private static String encoded(String kind, Encodable key) {
        try {
            return KeyFiles.pem(kind, key.make().toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String signature(String r, String s) {
        try {
            return java.util.Base64.getEncoder()
                    .encodeToString(StandardDSAEncoding.INSTANCE.encode(
                            CURVE.getN(), new BigInteger(r, 16), new BigInteger(s, 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
