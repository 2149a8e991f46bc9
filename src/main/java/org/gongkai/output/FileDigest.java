package org.gongkai.output;

import java.nio.ByteBuffer;
import org.gongkai.io.Digests;

/**
 * Size, SHA-256 and CRC-32C of a file.
 *
 * @param size bytes
 * @param sha256 64 lower-case hexadecimal digits; empty if it was not computed
 * @param crc32c the CRC-32C, which is quickly computed and detects damage
 */
public record FileDigest(long size, String sha256, long crc32c) {

    static FileDigest of(byte[] content) {
        return new FileDigest(content.length, Digests.sha256(content), Digests.crc32c(ByteBuffer.wrap(content)));
    }
}
