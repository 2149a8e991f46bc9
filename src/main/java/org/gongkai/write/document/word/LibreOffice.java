package org.gongkai.write.document.word;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.io.function.IOFunction;
import org.gongkai.io.InstalledProgram;
import org.gongkai.io.InstalledProgram.UsualPlaces;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.io.TextResource;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.ImportedDocument;

/**
 * Stores documents of other formats as .docx. It works on a copy in a folder of its own, with a profile that runs no
 * macros, follows no links and reaches no network.
 *
 * @param program the program; empty if it is not installed
 */
record LibreOffice(Optional<InstalledProgram> program) {

    /** What a person can do instead. */
    static final String SAVE = "请在 Word 或 WPS 里打开，另存为 .docx 再导入";

    private static final UsualPlaces PLACES = new UsualPlaces(TextResource.list(LibreOffice.class, "programs.txt"));

    private static final String PROFILE = TextResource.of(LibreOffice.class, "profile.xcu");

    /** Far longer than any document takes. */
    private static final int SECONDS = 120;

    /** Begins the instruction of a field of rich text that may name a file; no letter of the others is in a code. */
    private static final String INSTRUCTION = "\\\\fldinst(?!\\b[\\s{}*]*(?:\\\\(?!u-?\\d)[a-z]+-?\\d*[\\s{}]*)*"
            + "(?:HYPERLINK|TOC|INDEX|XE|PAGE|PAGEREF|NUMPAGES|REF|SEQ|DATE|TIME|[A-Z]+DATE|FORM[A-Z]+|EQ|SYMBOL)\\b)";

    /** The one on this machine. */
    static LibreOffice installed() {
        return new LibreOffice(PLACES.find(System.getProperty("os.name"), System.getenv()));
    }

    /**
     * Stores a document as .docx and reads that.
     *
     * @param what what it is, in Chinese
     * @param ending the extension of its format
     * @throws UnreadableDocument if the program is not there, cannot read the document or does not end
     */
    ImportedDocument convert(Path document, String what, String ending, IOFunction<Path, ImportedDocument> reader)
            throws IOException {
        InstalledProgram found = program.orElseThrow(() -> new UnreadableDocument(
                "这是" + what + "，要由 LibreOffice 转换，这台电脑上没有找到；请装上 LibreOffice，或者" + SAVE.substring(1)));
        try (TemporaryFolder temporary = TemporaryFolder.create()) {
            Path folder = temporary.path();
            Path profile = Files.createDirectories(folder.resolve("profile"));
            Files.writeString(
                    Files.createDirectory(profile.resolve("user")).resolve("registrymodifications.xcu"), PROFILE);
            Path copy = Files.copy(document, folder.resolve("document." + ending));
            if (ending.equals("rtf")) {
                fieldsWithoutFiles(copy);
            }
            if (run(found, profile, copy).isEmpty()) {
                throw new UnreadableDocument("LibreOffice 转换了 " + SECONDS + " 秒还没有完，已经停止；" + SAVE);
            }
            Path stored = folder.resolve("document.docx");
            if (!Files.isRegularFile(stored)) {
                throw new UnreadableDocument("LibreOffice 打不开这个文件，可能已经损坏，或者设了打开密码；" + SAVE);
            }
            return reader.apply(stored);
        }
    }

    private static OptionalInt run(InstalledProgram found, Path profile, Path copy) throws IOException {
        String folder = copy.getParent().toString();
        List<String> arguments = new ArrayList<>(List.of("-env:UserInstallation=" + profile.toUri()));
        arguments.addAll(List.of("--headless --norestore --convert-to docx --outdir".split(" ")));
        arguments.addAll(List.of(folder, copy.toString()));
        Map<String, String> places = Map.of("HOME", folder, "TMPDIR", folder, "TEMP", folder, "TMP", folder);
        try {
            return found.run(arguments, copy.getParent(), places, SECONDS);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableDocument("LibreOffice 不能启动：" + found.file(), e);
        }
    }

    /** LibreOffice would put in pictures that fields of rich text name, from anywhere on this machine. */
    private static void fieldsWithoutFiles(Path copy) throws IOException {
        String text = Files.readString(copy, StandardCharsets.ISO_8859_1);
        Files.writeString(copy, text.replaceAll(INSTRUCTION, "\\\\fldnone"), StandardCharsets.ISO_8859_1);
    }
}
