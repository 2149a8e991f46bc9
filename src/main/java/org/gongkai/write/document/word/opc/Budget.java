package org.gongkai.write.document.word.opc;

import java.util.concurrent.atomic.AtomicLong;
import org.gongkai.input.attachment.ReadingLimits;
import org.gongkai.write.document.FormatReader.UnreadableDocument;

/** What reading one file may still use. Ordinary documents stay far below each limit. */
final class Budget {

    /** Maximum total size of the decompressed parts, which are held as trees and not as bytes. */
    private static final long UNPACKED = 200L << 20;

    /** Documents of few pages compress well, because their formatting is repetitive. */
    private static final long ALWAYS_UNPACKED = 8L << 20;

    private static final long ELEMENTS = 1_500_000;
    private static final int HEAP_OF_ELEMENT = 100;

    private final long most;
    private final AtomicLong bytes;
    private final AtomicLong elements;
    private final AtomicLong heap;

    /**
     * @param heap what the parts may take of the memory, in bytes
     * @param size size of the file, for the ratio of compression
     */
    Budget(long heap, long size) {
        this.most = heap;
        this.bytes =
                new AtomicLong(Math.min(UNPACKED, Math.max(ALWAYS_UNPACKED, ReadingLimits.DEFAULT.ratio() * size)));
        this.elements = new AtomicLong(ELEMENTS);
        this.heap = new AtomicLong(heap);
    }

    /** @param heapPerByte what each byte takes of the memory, in bytes */
    void bytes(int read, int heapPerByte) throws UnreadableDocument {
        heap((long) heapPerByte * read);
        if (bytes.addAndGet(-read) < 0) {
            throw refused("解压后大得不正常");
        }
    }

    void element(int depth, int deepest) throws UnreadableDocument {
        if (depth > deepest) {
            throw refused("内容嵌套过深");
        }
        heap(HEAP_OF_ELEMENT);
        if (elements.decrementAndGet() < 0) {
            throw refused("内容过多，请分成几个文件");
        }
    }

    private void heap(long bytes) throws UnreadableDocument {
        if (heap.addAndGet(-bytes) < 0) {
            throw refused("要用的内存超过一个文件可以用的 " + (most >> 20) + " MB；请分成几个文件，或用 java -Xmx 给程序多一些内存");
        }
    }

    static UnreadableDocument refused(String why) {
        return new UnreadableDocument("没有读这个文件：" + why);
    }
}
