package org.gongkai.cli.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.cli.text.Terminal;
import org.gongkai.write.document.entry.DocumentImport;
import org.gongkai.write.document.entry.ImportedEntry;

/** Asks the person at a terminal for what a document does not state. */
final class MissingFields {

    private final Terminal terminal;
    private final BufferedReader answers;
    private final boolean asks;

    /** @param asks whether questions are asked at all */
    MissingFields(Terminal terminal, InputStream in, boolean asks) {
        this.terminal = terminal;
        this.asks = asks;
        String console = System.getProperty("sun.stdin.encoding");
        Charset charset = console == null ? StandardCharsets.UTF_8 : Charset.forName(console);
        this.answers = new BufferedReader(new InputStreamReader(in, charset));
    }

    /** Returns choices for a document with the answers to one question for each field that its entry lacks. */
    DocumentImport.Choices ask(Path file, ImportedEntry entry, DocumentImport.Choices choices) throws IOException {
        if (!asks || entry.blanks().stream().allMatch(blank -> blank.field().isEmpty())) {
            return choices;
        }
        terminal.err().println(file.getFileName() + "：还缺几个字段，逐个填写；不知道的直接按回车，以后再补。");
        Map<String, String> given = new HashMap<>(choices.answers());
        for (ImportedEntry.Blank blank : entry.blanks()) {
            if (blank.field().isEmpty()) {
                continue;
            }
            String usual = blank.suggestion().isEmpty() ? "" : "［" + blank.suggestion() + "］";
            terminal.err().print("  " + blank.question() + usual + "：");
            terminal.err().flush();
            String line = answers.readLine();
            String answer = line == null || line.isBlank() ? blank.suggestion() : line.strip();
            if (!answer.isEmpty()) {
                given.put(blank.field(), answer);
            }
        }
        return choices.with(given);
    }
}
