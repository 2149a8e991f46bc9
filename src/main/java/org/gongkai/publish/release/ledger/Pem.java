package org.gongkai.publish.release.ledger;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as text (RFC 7468). */
final class Pem {

    private Pem() {}

    /**
     * The bytes of the first block of a kind.
     *
     * @throws IllegalArgumentException if there is none
     */
    static byte[] bytes(String text, String kind) {
        Matcher block = Pattern.compile("-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]+)-----END " + kind + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("no " + kind);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
