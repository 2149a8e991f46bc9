package org.gongkai.input.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * Reads what a PDF holds besides its pages, wherever it stands: the texts of all objects, such as bookmarks, properties
 * and values of forms, the files within it, and the metadata of photographs, which are stored as cameras write them.
 */
final class PdfObjects {

    /** What leads to streams that are files or texts: attachments, metadata, forms in XML, values, scripts. */
    private static final Set<String> FILES = Set.of("EF", "Metadata", "XFA", "V", "DV", "RV", "RC", "JS");

    private static final int LARGEST_PHOTOGRAPH = 32 << 20;

    private final TextPieces pieces;
    private final BiConsumer<String, byte[]> files;
    private final Set<COSStream> read = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean isPlaced;

    /** @param files reads a file within the file by name */
    PdfObjects(TextPieces pieces, BiConsumer<String, byte[]> files) {
        this.pieces = pieces;
        this.files = files;
    }

    /**
     * @throws IOException if one of the objects is damaged or nested too deep, which the library passes over in silence
     */
    void read(COSDocument document) throws IOException {
        visit(document.getTrailer());
        for (COSObjectKey key : new TreeSet<>(document.getXrefTable().keySet())) {
            COSBase object = document.getObjectFromPool(key).getObject();
            if (object == null) {
                throw new IOException("object " + key);
            }
            visit(object);
        }
    }

    /** Returns true if one of the photographs says where it was taken. */
    boolean isPlaced() {
        return isPlaced;
    }

    private void visit(COSBase value) throws IOException {
        pieces.step(1);
        if (value instanceof COSString text) {
            pieces.store(text.getString());
        } else if (value instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                visit(array.get(i));
            }
        } else if (value instanceof COSDictionary dictionary) {
            if (dictionary instanceof COSStream stream && isPhotograph(stream)) {
                try (InputStream in = stream.createRawInputStream()) {
                    isPlaced |= PictureMetadataReader.isPlaced(in.readNBytes(LARGEST_PHOTOGRAPH), pieces);
                }
            }
            for (COSName name : dictionary.keySet()) {
                COSBase member = dictionary.getItem(name);
                if (FILES.contains(name.getName())) {
                    String title = dictionary.getString(COSName.UF, dictionary.getString(COSName.F, name.getName()));
                    files(title, member);
                }
                visit(member);
            }
        }
    }

    private static boolean isPhotograph(COSStream stream) {
        COSBase filter = stream.getFilters();
        return filter instanceof COSArray list
                ? list.size() == 1 && COSName.DCT_DECODE.equals(list.getObject(0))
                : COSName.DCT_DECODE.equals(filter);
    }

    /** Reads a stream, or those of an array or a dictionary. */
    private void files(String name, COSBase value) throws IOException {
        COSBase object = value instanceof COSObject reference ? reference.getObject() : value;
        if (object instanceof COSStream stream) {
            if (read.add(stream)) {
                byte[] bytes;
                try (InputStream in = stream.createInputStream()) {
                    bytes = in.readAllBytes();
                }
                pieces.take(bytes.length);
                files.accept(name, bytes);
                pieces.release(bytes.length);
            }
            return;
        }
        Collection<? extends COSBase> members = object instanceof COSArray array ? array.toList() : List.of();
        if (object instanceof COSDictionary dictionary) {
            members = dictionary.getValues();
        }
        for (COSBase member : members) {
            if (member instanceof COSObject reference && reference.getObject() instanceof COSStream) {
                files(name, member);
            }
        }
    }
}
