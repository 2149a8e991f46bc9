package org.gongkai.write.document.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.write.document.ImportedDocument.Picture;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.StaticFiles;
import org.jsoup.nodes.Element;

/** The pictures of a page: those saved beside it and those within it; the others are named. */
final class PagePictures {

    private static final int LONGEST = 100;

    private final StaticFiles files;
    private final List<Picture> embedded = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    PagePictures(Path page) {
        this.files = new StaticFiles(page);
    }

    List<Picture> pictures() {
        List<Picture> all = new ArrayList<>(files.pictures());
        all.addAll(embedded);
        return all;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** Returns the run of a picture, or a marked blank; empty if it is only an ornament. */
    Optional<Run> run(Element image, String place) throws IOException {
        String lazy = image.attr("data-src").isEmpty() ? image.attr("data-original") : image.attr("data-src");
        String source = (image.attr("src").isBlank() || image.attr("src").startsWith("data:") && !lazy.isEmpty()
                        ? lazy
                        : image.attr("src"))
                .strip();
        String alt = image.attr("alt").strip().matches("图片|img|image|.*\\.(png|jpe?g|gif)")
                ? ""
                : image.attr("alt").strip();
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Optional<Picture> picture = source.startsWith("data:")
                ? embedded(source)
                : isRemote(source) ? Optional.empty() : files.picture(source);
        if (picture.isPresent()) {
            return Optional.of(new Run.Image(picture.get().name(), alt));
        }
        String shown = source.length() > LONGEST ? source.substring(0, LONGEST) + "……" : source;
        remarks.add(new Remark(
                place, "图片 " + shown + (isRemote(source) ? " 在网站上，没有导入；请下载到网页旁边" : " 没有找到，没有导入"), Weight.LEFT_OUT));
        return Optional.of(new Run.Text("＿＿（待补：图片" + (alt.isEmpty() ? "" : "“" + alt + "”") + "）", Style.PLAIN, ""));
    }

    private static boolean isRemote(String source) {
        return source.matches("(?i)(https?:)?//.*");
    }

    private Optional<Picture> embedded(String source) {
        int comma = source.indexOf(',');
        if (comma < 0 || !source.substring(0, comma).endsWith(";base64")) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(source.substring(comma + 1));
            Optional<String> ending = ContentType.of(bytes).pictureEnding();
            ending.ifPresent(
                    found -> embedded.add(new Picture("embedded" + (embedded.size() + 1) + "." + found, "", bytes)));
            return ending.map(found -> embedded.get(embedded.size() - 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
