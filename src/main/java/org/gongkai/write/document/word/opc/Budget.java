package org.gongkai.write.document.word.opc;

import java.util.concurrent.atomic.AtomicLong;
import org.gongkai.write.document.FormatReader.UnreadableDocument;

/** What reading one file may still use. Ordinary documents stay far below each limit. */
final class Budget {

    private final DocumentLimits limits;
    private final AtomicLong bytes;
    private final AtomicLong elements;

    /** @param size size of the file, for the ratio of compression */
    Budget(DocumentLimits limits, long size) {
        this.limits = limits;
        this.bytes = new AtomicLong(
                Math.min(limits.unpacked(), Math.max(DocumentLimits.ALWAYS_UNPACKED, limits.ratio() * size)));
        this.elements = new AtomicLong(limits.elements());
    }

    void bytes(int read) throws UnreadableDocument {
        if (bytes.addAndGet(-read) < 0) {
            throw refused("解压后大得不正常");
        }
    }

    void element(int depth, int deepest) throws UnreadableDocument {
        if (depth > deepest) {
            throw refused("内容嵌套过深");
        }
        if (elements.decrementAndGet() < 0) {
            throw refused("内容过多，请分成几个文件");
        }
    }

    static UnreadableDocument refused(String why) {
        return new UnreadableDocument("没有读这个文件：" + why);
    }
}
