package org.gongkai.write.document.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.attachment.picture.PictureMetadataRemover;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.DurableFile;
import org.gongkai.write.document.ImportedDocument.Picture;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;

/**
 * An entry made of a document, not yet written.
 *
 * @param path its path relative to the site's root; for a document that was imported before, the path of that entry
 * @param text its content
 * @param files its pictures and attachments, by their paths relative to the site's root
 * @param fields what was recognised or taken as the default, by field, in the order of the header
 * @param remarks what was left out or converted
 * @param blanks what is missing
 * @param isKnown whether the document was imported before; then there is nothing to be saved
 */
public record ImportedEntry(
        String path,
        String text,
        Map<String, byte[]> files,
        Map<String, String> fields,
        List<Remark> remarks,
        List<Blank> blanks,
        boolean isKnown) {

    private static final Pattern FORMER_ADDRESS = Pattern.compile("[\\w.~%/-]{2,}");

    /**
     * Something that only a person can know.
     *
     * @param field the field; empty for a place in the text
     * @param question what to ask, in Chinese
     */
    public record Blank(String field, String question) {}

    /** Its addresses on the former site. */
    List<String> formerAddresses() {
        return FORMER_ADDRESS
                .matcher(fields.getOrDefault("旧址", ""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** What was left out and can be asked for. */
    public Set<OptionalContent> optional() {
        Set<OptionalContent> all = EnumSet.noneOf(OptionalContent.class);
        remarks.forEach(remark -> remark.optional().ifPresent(all::add));
        return all;
    }

    /** Whether somebody has to look at it before it is published. */
    public boolean isDraft() {
        return fields.containsKey(CommonField.STATUS.label());
    }

    static ImportedEntry known(String path) {
        return new ImportedEntry(path, "", Map.of(), Map.of(), List.of(), List.of(), true);
    }

    /**
     * Writes the entry and its files. No existing file is overwritten: if one of them exists or cannot be written,
     * those that were written are deleted again.
     *
     * @param root the root of the site
     * @return the file of the entry; empty if the document was imported before
     */
    public Optional<Path> save(Path root) throws IOException {
        if (isKnown) {
            return Optional.empty();
        }
        List<Path> written = new ArrayList<>();
        Path entry = root.resolve(path);
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(root.resolve(file.getKey()), file.getValue(), written);
            }
            write(entry, text.getBytes(StandardCharsets.UTF_8), written);
            return Optional.of(entry);
        } catch (IOException e) {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
    }

    private static void write(Path file, byte[] bytes, List<Path> written) throws IOException {
        Files.createDirectories(file.getParent());
        DurableFile.create(file, bytes);
        written.add(file);
    }

    /**
     * Collects the pictures of a document, cleaned, and returns their addresses by their names in it.
     *
     * @param name the name of the entry
     * @param files accepts the pictures by their paths
     * @param remarks accepts what was removed from pictures, and which of them cannot be published
     */
    static Map<String, String> pictures(
            List<Picture> pictures, String folder, String name, Map<String, byte[]> files, List<Remark> remarks) {
        Map<String, String> addresses = new LinkedHashMap<>();
        int cleaned = 0;
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            String shown = picture.original().isEmpty() ? "第" + (i + 1) + "张图片" : "图片 " + picture.original();
            Optional<byte[]> fit = fit(picture.bytes(), shown, remarks);
            if (fit.isEmpty()) {
                continue;
            }
            byte[] clean = fit.get();
            cleaned += clean.length < picture.bytes().length ? 1 : 0;
            String address = name + "-图" + (addresses.size() + 1) + "." + SourceFile.ending(picture.name());
            addresses.put(picture.name(), address);
            files.put(folder + "/" + address, clean);
        }
        if (cleaned > 0) {
            remarks.add(new Remark("", cleaned + " 张图片里的拍摄信息（地点、时间、设备、作者）已经去掉", Remark.Weight.NOTE));
        }
        return addresses;
    }

    /** The bytes of a picture without its metadata; empty, which is told, if a build would refuse it. */
    private static Optional<byte[]> fit(byte[] bytes, String shown, List<Remark> remarks) {
        ContentType type = ContentType.of(bytes);
        String reason = type.pictureEnding().isEmpty() ? "的格式浏览器不能显示" : "已经损坏，里面的拍摄信息去不掉";
        Optional<byte[]> clean = type.pictureEnding().flatMap(any -> PictureMetadataRemover.remove(bytes));
        if (clean.isEmpty()) {
            remarks.add(new Remark("", shown + " " + reason + "，没有导入；请另存为 PNG 或 JPG", Remark.Weight.LEFT_OUT));
        }
        return clean;
    }
}
