package org.gongkai.write.document;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.Digests;
import org.gongkai.io.HeapBudget;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.ImportedDocument.Picture;

/** Finds the pictures of a text beside it, in its own folder and in the folders that generators publish as they are. */
public final class StaticFiles {

    private static final List<String> FOLDERS = List.of(
            "", "static", "source", "public", "assets", ".vuepress/public", "docs/.vuepress/public", "docs/public");

    private static final int LEVELS = 8;
    private static final long LARGEST = 20L * 1024 * 1024;
    private static final long MOST = 200L * 1024 * 1024;

    /** The bytes of a picture, and a copy without its metadata. */
    private static final int HEAP_PER_BYTE = 2;

    private final long most = HeapBudget.ofProcess().most(MOST, HEAP_PER_BYTE);
    /** Before the SHA-256 of a document to which a link leads. */
    public static final String PLACE = "imported:";

    private final Path file;
    private final Map<Path, Picture> found = new LinkedHashMap<>();
    private final Set<String> lost = new HashSet<>();
    private long taken;

    /** @param file the text */
    public StaticFiles(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** The pictures that were found, each once. */
    public List<Picture> pictures() {
        return List.copyOf(found.values());
    }

    /** Returns the file at an address as typed, whether it is a picture or not; empty if there is none. */
    public Optional<Picture> picture(String address) throws IOException {
        if (lost.contains(address)) {
            return Optional.empty();
        }
        for (Path candidate : candidates(address)) {
            Path real = candidate.normalize();
            if (found.containsKey(real)) {
                return Optional.of(found.get(real));
            }
            if (Files.isRegularFile(real) && Files.size(real) <= LARGEST) {
                taken += Files.size(real);
                if (taken > most) {
                    throw new UnreadableDocument("用到的图片合起来超过 " + (most >> 20) + " MB；请先缩小图片，或把文稿分成几篇");
                }
                byte[] bytes = Files.readAllBytes(real);
                String ending = ContentType.of(bytes).pictureEnding().orElse("bin");
                Picture picture = new Picture("image" + (found.size() + 1) + "." + ending, address, bytes);
                found.put(real, picture);
                return Optional.of(picture);
            }
        }
        lost.add(address);
        return Optional.empty();
    }

    /**
     * What stands for the address of another document, with or without its ending, until it is known where the entry
     * of that lies.
     */
    public Optional<String> document(String address) throws IOException {
        String path = decoded(address.replaceFirst("[?#].*$", ""));
        String below = path.replaceFirst("^[./]+", "").replaceFirst("/$", "");
        Path folder = file.getParent();
        List<Path> found = new ArrayList<>();
        try {
            for (String ending : List.of("", ".md", "/index.md")) {
                found.add(
                        folder.resolve(path.replaceFirst("^/+|/$", "") + ending).normalize());
                Path above = folder;
                for (int level = 0; level < LEVELS && above != null; level++, above = above.getParent()) {
                    found.add(above.resolve(below + ending));
                }
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        for (Path one : found) {
            if (one.toString().endsWith(".md") && !one.equals(file) && Files.isRegularFile(one)) {
                return Optional.of(PLACE + Digests.sha256(one) + address.replaceFirst("^[^#]*", ""));
            }
        }
        return Optional.empty();
    }

    private List<Path> candidates(String address) {
        String plain = address.replaceFirst("[?#].*$", "");
        String path = plain.indexOf('%') < 0 ? plain : decoded(plain);
        List<Path> candidates = new ArrayList<>();
        try {
            Path folder = file.getParent();
            String stem = new SourceFile(file.getFileName().toString(), 0).stem();
            if (!path.startsWith("/")) {
                candidates.add(folder.resolve(path));
                candidates.add(folder.resolve(stem).resolve(path));
            }
            String below = path.replaceFirst("^[./]+", "");
            for (int level = 0; level < LEVELS && folder != null && !below.isEmpty(); level++) {
                for (String name : FOLDERS) {
                    candidates.add(folder.resolve(name).resolve(below));
                }
                folder = folder.getParent();
            }
        } catch (InvalidPathException e) {
            return List.of();
        }
        return candidates;
    }

    /** Decodes a typed path; one that cannot be decoded is returned as it is. */
    public static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
