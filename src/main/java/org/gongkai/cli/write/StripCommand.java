package org.gongkai.cli.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.DurableFile;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.render.picture.PublishedPictures;
import org.gongkai.write.PictureCleaner;
import org.gongkai.write.PictureCleaner.ReadyPicture;
import org.gongkai.write.PictureCleaner.UnusablePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code strip}: removes the metadata of pictures, also within office files, and the place from films, in place. */
@Command(
        name = "strip",
        description = "去掉图片文件里的拍摄地点、时间、设备、作者，影片里的拍摄地点，Word、Excel、PPT 新格式文件里照片的拍摄信息，画面一点不变。提交以前用：提交过的文件会永远留在修改记录里。")
public final class StripCommand extends ReportingCommand {

    /** Endings of other files that may contain where something was taken, and from which it can be removed. */
    private static final Set<String> OTHERS = Set.of("mp4", "docx", "xlsx", "pptx");

    @Parameters(paramLabel = "文件", arity = "0..*", description = "图片、影片、docx、xlsx、pptx 文件（默认：content 里全部的这些文件）")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private SiteOption source;

    @Override
    protected int run() throws IOException {
        PictureCleaner cleaner = new PictureCleaner();
        int changed = 0;
        int clean = 0;
        int failed = 0;
        for (Map.Entry<String, Path> picture : (files.isEmpty() ? ofSite() : named()).entrySet()) {
            try {
                List<String> remarks = cleaner.read(
                        picture.getKey(), Files.size(picture.getValue()), () -> strip(cleaner, picture.getValue()));
                done("path", picture.getKey(), "removed", remarks, "failure", null);
                if (remarks.isEmpty()) {
                    clean++;
                } else {
                    changed++;
                    terminal.print(picture.getKey() + "：" + String.join("，", remarks));
                }
            } catch (UnusablePicture e) {
                failed++;
                done("path", picture.getKey(), "removed", List.of(), "failure", e.getMessage());
                terminal.print(picture.getKey() + "：没有改，" + e.getMessage());
            }
        }
        terminal.note(changed + " 个文件去掉了拍摄信息，" + clean + " 个里本来没有" + (failed > 0 ? "，" + failed + " 个没有改" : "") + "。");
        return ended(failed > 0 ? 1 : 0);
    }

    /** Returns what was removed; nothing if there was nothing to be removed. */
    private static List<String> strip(PictureCleaner cleaner, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ReadyPicture stripped = cleaner.strip(bytes);
        if (Arrays.equals(stripped.bytes(), bytes)) {
            return List.of();
        }
        if (!DurableFile.replace(file, now -> Arrays.equals(now, bytes), stripped.bytes())) {
            throw new UnusablePicture("刚刚有别的程序改过");
        }
        return stripped.remarks();
    }

    private Map<String, Path> named() {
        Map<String, Path> named = new LinkedHashMap<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new WrongUsage("没有这个文件：" + file.toAbsolutePath().normalize());
            }
            named.put(file.toString(), file);
        }
        return named;
    }

    private Map<String, Path> ofSite() throws IOException {
        Path root = source.ownRoot();
        Map<String, Path> found = new LinkedHashMap<>();
        try (SiteSource site = SiteSource.open(BuildRequest.of(root))) {
            for (SourceFile file : site.tree().content()) {
                if (PublishedPictures.isPicture(file) || OTHERS.contains(file.ending())) {
                    found.put(file.path(), SiteSource.place(root, file.path()));
                }
            }
        }
        return found;
    }
}
