package org.gongkai.input.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;

/** The photographs of a PDF, which are stored as cameras write them. Each is read once. */
final class PdfPhotographs {

    private static final int LARGEST = 32 << 20;
    private static final int DEEPEST = 5;

    private final TextPieces pieces;
    private final Set<COSBase> read = Collections.newSetFromMap(new IdentityHashMap<>());

    PdfPhotographs(TextPieces pieces) {
        this.pieces = pieces;
    }

    /** Returns true if one of the photographs of a page says where it was taken. */
    boolean isPlaced(PDResources resources) throws IOException {
        return resources != null && isPlaced(resources.getCOSObject(), DEEPEST);
    }

    private boolean isPlaced(COSDictionary resources, int depth) throws IOException {
        COSDictionary objects = resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
        if (objects == null || depth == 0) {
            return false;
        }
        for (COSName name : objects.keySet()) {
            pieces.checkTime();
            if (objects.getDictionaryObject(name) instanceof COSStream stream && read.add(stream)) {
                boolean placed = isPhotograph(stream)
                        ? Photo.isPlaced(bytes(stream), pieces)
                        : isPlaced(stream.getCOSDictionary(COSName.RESOURCES), depth - 1);
                if (placed) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPhotograph(COSStream stream) {
        COSBase filter = stream.getFilters();
        return filter instanceof COSArray list
                ? list.size() == 1 && COSName.DCT_DECODE.equals(list.getObject(0))
                : COSName.DCT_DECODE.equals(filter);
    }

    private static byte[] bytes(COSStream stream) throws IOException {
        try (InputStream in = stream.createRawInputStream()) {
            return in.readNBytes(LARGEST);
        }
    }
}
