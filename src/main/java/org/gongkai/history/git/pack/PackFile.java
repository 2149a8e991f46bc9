package org.gongkai.history.git.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.util.NB;

/**
 * One pack with its index of version 2 (gitformat-pack): counts by first byte, names in their order, checksums, places.
 *
 * @param number tells it from others
 * @param index the bytes of the index
 * @param bytes the bytes of the pack
 */
public record PackFile(int number, byte[] index, ByteBuffer bytes) {

    private static final int INDEX_MAGIC = 0xff744f63;
    private static final int FAN_OUT = 256;
    private static final int LEAST = 8 + 4 * FAN_OUT + 2 * Constants.OBJECT_ID_LENGTH;

    /**
     * Opens the pack of an index; empty if one of them is not of the usual form, or gone: git packs anew while others read,
     * and may put another pack in the place of one of the same name.
     */
    public static Optional<PackFile> open(int number, Path index) throws IOException {
        Path pack = index.resolveSibling(index.getFileName().toString().replaceFirst("idx$", "pack"));
        try (FileChannel channel = FileChannel.open(pack, StandardOpenOption.READ)) {
            byte[] head = Files.readAllBytes(index);
            if (channel.size() >= Integer.MAX_VALUE
                    || head.length < LEAST
                    || NB.decodeInt32(head, 0) != INDEX_MAGIC
                    || NB.decodeInt32(head, 4) != 2) {
                return Optional.empty();
            }
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return isOf(head, bytes) ? Optional.of(new PackFile(number, head, bytes)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether an index was made for a pack: both end in the sum of the pack, the index in its own sum behind it. */
    private static boolean isOf(byte[] index, ByteBuffer pack) {
        int length = Constants.OBJECT_ID_LENGTH;
        return pack.limit() >= length
                && pack.slice(pack.limit() - length, length)
                        .equals(ByteBuffer.wrap(index, index.length - 2 * length, length));
    }

    private int count(int first) {
        return first < 0 ? 0 : NB.decodeInt32(index, 8 + 4 * first);
    }

    /** Where an object stands, or -1. */
    long offset(AnyObjectId id) {
        int names = 8 + 4 * FAN_OUT;
        int all = count(FAN_OUT - 1);
        int low = count(id.getFirstByte() - 1);
        int high = count(id.getFirstByte());
        byte[] name = new byte[Constants.OBJECT_ID_LENGTH];
        id.copyRawTo(name, 0);
        while (low < high) {
            int middle = low + high >>> 1;
            int there = names + middle * Constants.OBJECT_ID_LENGTH;
            int order = Arrays.compareUnsigned(name, 0, name.length, index, there, there + Constants.OBJECT_ID_LENGTH);
            if (order == 0) {
                int place = NB.decodeInt32(index, names + all * (Constants.OBJECT_ID_LENGTH + 4) + 4 * middle);
                return place < 0 ? -1 : place;
            }
            if (order < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }
}
