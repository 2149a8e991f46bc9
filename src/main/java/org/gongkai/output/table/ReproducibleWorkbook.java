package org.gongkai.output.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gongkai.output.ArchiveWriter;
import org.gongkai.output.ArchiveWriter.ArchivePart;

/**
 * Rewrites the archive of a workbook so that it depends on its content alone: without the time of its creation, and
 * without compression. Han characters stand in it as themselves, so that a search for leaks finds them. The archives of
 * the library end their files in a form that {@link java.util.zip.ZipInputStream} does not read, therefore their
 * directory is read here (APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16).
 */
final class ReproducibleWorkbook {

    private static final int END_RECORD = 22;
    private static final int DIRECTORY_RECORD = 46;
    private static final int FILE_RECORD = 30;
    private static final Pattern CREATION = Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

    /** A reference to a character that is neither ASCII nor a control character. */
    private static final Pattern REFERENCE = Pattern.compile("&#x([a-f][0-9a-f]|[0-9a-f]{3,6});");

    private ReproducibleWorkbook() {}

    static byte[] of(byte[] archive) {
        try {
            ByteArrayOutputStream rewritten = new ByteArrayOutputStream();
            ArchiveWriter.write(
                    rewritten, parts(ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN)), LocalDateTime.MIN);
            return rewritten.toByteArray();
        } catch (IOException | DataFormatException e) {
            throw new IllegalStateException("The library wrote no valid archive", e);
        }
    }

    private static List<ArchivePart> parts(ByteBuffer archive) throws IOException, DataFormatException {
        int end = archive.limit() - END_RECORD;
        int files = archive.getShort(end + 10);
        int at = archive.getInt(end + 16);
        List<ArchivePart> parts = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            int nameLength = archive.getShort(at + 28);
            String name = new String(archive.array(), at + DIRECTORY_RECORD, nameLength, StandardCharsets.UTF_8);
            int local = archive.getInt(at + 42);
            int data = local + FILE_RECORD + archive.getShort(local + 26) + archive.getShort(local + 28);
            byte[] part = new byte[archive.getInt(at + 24)];
            Inflater inflater = new Inflater(true);
            try {
                inflater.setInput(archive.array(), data, archive.getInt(at + 20));
                if (inflater.inflate(part) != part.length) {
                    throw new DataFormatException(name);
                }
            } finally {
                inflater.end();
            }
            parts.add(ArchivePart.of(name, rewritten(part)));
            at += DIRECTORY_RECORD + nameLength + archive.getShort(at + 30) + archive.getShort(at + 32);
        }
        return parts;
    }

    private static byte[] rewritten(byte[] xml) {
        return REFERENCE
                .matcher(CREATION.matcher(new String(xml, StandardCharsets.UTF_8))
                        .replaceAll(""))
                .replaceAll(reference -> Character.toString(Integer.parseInt(reference.group(1), 16)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
