package org.gongkai.cli.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.io.FileTrees;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export web}: writes an entry to be pasted into the editor of another platform. */
@Command(name = "web", description = "把一个条目的正文写成可以粘贴到公众号、学习强国等平台的网页，样式写在每一段上，图片放在旁边；标题在那边另填。")
public final class ExportWebCommand extends ExportEntryCommand {

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "文件夹",
            description = "写进哪个文件夹：还没有的，或者空的；打开里面的 index.html，全选、复制、粘贴，再把图片传上去")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Path target = output.toAbsolutePath().normalize();
        if (Files.exists(target) && !(Files.isDirectory(target) && FileTrees.isEmpty(target))) {
            throw new WrongUsage("已经有了，不是空的文件夹：" + target);
        }
        OutputCheck.file(target.resolveSibling("index.html"));
        return export(target, (export, request, site) -> export.web(request, site, entry(), target), "张图没有，留了说明文字");
    }
}
