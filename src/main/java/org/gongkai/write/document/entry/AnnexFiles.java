package org.gongkai.write.document.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.FileTrees;

/** The files beside a document, which may be the annexes that it names. */
record AnnexFiles(List<Path> files) {

    static AnnexFiles beside(Path document) throws IOException {
        return new AnnexFiles(FileTrees.children(document.toAbsolutePath().getParent()).stream()
                .filter(file -> !file.getFileName().equals(document.getFileName()))
                .filter(file ->
                        EntryFormat.ofEnding(SourceFile.ending(name(file))).isEmpty())
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .toList());
    }

    /** The only file with the name of an annex, also with its number before it: 附件1：报名表.xlsx. */
    Optional<Path> named(String annex) {
        Pattern name = Pattern.compile(
                "(?:附件)?\\s*\\d{0,2}\\s*[.．、：:-]?\\s*《?" + Pattern.quote(annex.replaceAll("[《》]", "")) + "》?");
        List<Path> found = files.stream()
                .filter(file ->
                        name.matcher(new SourceFile(name(file), 0).stem()).matches())
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
