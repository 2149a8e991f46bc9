package org.gongkai.history.git;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;

/**
 * The files of a work tree. Files that differ from Git's index in their line endings only are presented with the line
 * endings of the index. Entries are not converted, since reading them as text removes the difference.
 */
record CheckedOutSource(SourceTree files, Map<String, SourceFile> converted) implements SourceTree {

    /** Endings of binary files, whose line endings Git never converts. */
    private static final Set<String> BINARY = Set.of(
            "docx", "xlsx", "pptx", "doc", "xls", "ppt", "wps", "et", "dps", "pdf", "ofd", "png", "jpg", "jpeg", "gif",
            "webp", "ico", "mp4", "zip", "woff", "woff2");

    /**
     * @param folder the path of the site's root in the repository; empty if it is the root of the repository
     * @param folders folders below the site's root
     */
    static SourceTree of(Repository repository, String folder, SourceTree files, List<String> folders)
            throws IOException {
        Map<String, SourceFile> converted = new TreeMap<>();
        DirCache index = DirCache.read(repository);
        try (ObjectReader reader = repository.newObjectReader()) {
            for (String name : folders) {
                for (SourceFile file : files.files(name)) {
                    DirCacheEntry known = isNeverConverted(file)
                            ? null
                            : index.getEntry((folder.isEmpty() ? "" : folder + "/") + file.path());
                    if (known != null
                            && known.getStage() == DirCacheEntry.STAGE_0
                            && reader.has(known.getObjectId(), Constants.OBJ_BLOB)) {
                        long size = reader.getObjectSize(known.getObjectId(), Constants.OBJ_BLOB);
                        if (size < file.size()
                                && known.getObjectId().equals(LineEndings.committedId(files.bytes(file)))) {
                            converted.put(file.path(), new SourceFile(file.path(), size));
                        }
                    }
                }
            }
        }
        return converted.isEmpty() ? files : new CheckedOutSource(files, converted);
    }

    private static boolean isNeverConverted(SourceFile file) {
        return file.size() > TextDecoder.maxBytes()
                || BINARY.contains(file.ending())
                || EntryFormat.isEntry(file.path());
    }

    @Override
    public List<SourceFile> files(String folder) {
        return files.files(folder).stream()
                .map(file -> converted.getOrDefault(file.path(), file))
                .toList();
    }

    @Override
    public Optional<SourceFile> file(String path) {
        return files.file(path).map(file -> converted.getOrDefault(path, file));
    }

    @Override
    public InputStream open(SourceFile file) {
        return converted.containsKey(file.path()) ? new ByteArrayInputStream(bytes(file)) : files.open(file);
    }

    @Override
    public byte[] bytes(SourceFile file) {
        byte[] bytes = files.bytes(file);
        return converted.containsKey(file.path()) ? LineEndings.committed(bytes) : bytes;
    }

    @Override
    public String version(SourceFile file) {
        String version = files.version(file);
        return version.isEmpty() || !converted.containsKey(file.path()) ? version : "LF " + version;
    }

    @Override
    public Optional<Instant> modified(SourceFile file) {
        return converted.containsKey(file.path()) ? Optional.empty() : files.modified(file);
    }

    @Override
    public List<Problem> problems() {
        return files.problems();
    }

    /**
     * Line endings as Git commits them: a checkout on Windows may have CR LF where the commit has LF (gitattributes,
     * core.autocrlf).
     */
    static final class LineEndings {

        private LineEndings() {}

        /** The blob id of a text with the line endings that Git commits. */
        static ObjectId committedId(byte[] content) {
            try (ObjectInserter.Formatter hash = new ObjectInserter.Formatter()) {
                return hash.idFor(Constants.OBJ_BLOB, committed(content));
            }
        }

        /** Replaces CR LF by LF; any other CR is kept. */
        static byte[] committed(byte[] content) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
            int from = 0;
            for (int i = 0; i + 1 < content.length; i++) {
                if (content[i] == '\r' && content[i + 1] == '\n') {
                    out.write(content, from, i - from);
                    from = i + 1;
                }
            }
            out.write(content, from, content.length - from);
            return out.toByteArray();
        }
    }
}
