package org.gongkai.cli.print;

import java.io.IOException;
import java.nio.file.Path;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.WrongUsage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export docx}: writes an entry as a Word file. */
@Command(name = "docx", description = "把一个条目按公文的版式写成 Word 文件（.docx），供报送、修改；WPS 也能打开。")
public final class ExportWordCommand extends ExportEntryCommand {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            description = "写成哪个文件，如 通知.docx；不写就用源文件的名称，写在当前的文件夹里；已有的文件会被换掉")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Path target = OutputCheck.file(output == null ? named() : output);
        return export(
                target, (export, request, site) -> export.word(request, site, entry(), target), "张图 Word 不能显示，留了说明文字");
    }

    private Path named() {
        String name = entry().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.[A-Za-z]+$", "");
        if (name.isEmpty()) {
            throw new WrongUsage("请用 -o 写明写成哪个文件，如 -o 通知.docx");
        }
        return Path.of(name + ".docx");
    }
}
