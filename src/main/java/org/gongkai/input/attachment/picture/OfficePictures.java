package org.gongkai.input.attachment.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The pictures within office files in ZIP format. */
public final class OfficePictures {

    private static final Pattern PICTURE =
            Pattern.compile("(?i)((word|xl|ppt)/media/|.*/Res/).*\\.(jpe?g|jfif|png|webp|hei[cf]|gif)");
    private static final Pattern SIGNATURE = Pattern.compile("(?i)_xmlsignatures/.*|.*/Signatures?\\.xml|.*/Signs/.*");

    private OfficePictures() {}

    /** Returns true for the name of an entry that is a picture. */
    public static boolean isPicture(String entry) {
        return PICTURE.matcher(entry).matches();
    }

    /**
     * Removes the metadata of all pictures of a file. Everything else remains as it is.
     *
     * @param largest how many bytes a picture may have
     * @return the file; empty if it is signed, because that would break the signature
     * @throws IOException if it is damaged, or a picture is larger
     */
    public static Optional<byte[]> withoutMetadata(byte[] file, long largest) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (SIGNATURE.matcher(entry.getName()).matches()) {
                    return Optional.empty();
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                zip.putNextEntry(copy);
                if (isPicture(entry.getName())) {
                    byte[] content = in.readNBytes((int) largest + 1);
                    if (content.length > largest) {
                        throw new IOException(entry.getName());
                    }
                    zip.write(PictureMetadataRemover.remove(content).orElse(content));
                } else {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        return Optional.of(out.toByteArray());
    }
}
