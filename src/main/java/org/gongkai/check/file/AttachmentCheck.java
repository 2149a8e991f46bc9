package org.gongkai.check.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.check.file.FileTypes.FileType;
import org.gongkai.check.personal.PersonNames;
import org.gongkai.check.personal.PrivacySettings;
import org.gongkai.input.attachment.AttachmentContent;
import org.gongkai.input.attachment.AttachmentContent.Finding;
import org.gongkai.input.attachment.AttachmentContent.Trouble;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.attachment.TextPiece;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.attachment.picture.PictureMetadataRemover;
import org.gongkai.input.attachment.picture.PictureReader;
import org.gongkai.input.attachment.picture.PictureReader.PictureFacts;
import org.gongkai.input.config.SiteConfig.Display;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Problem;

/** Checks whether a file can be published: its type, its size, whether it can be opened, and what else it contains. */
record AttachmentCheck(FileTypes types, boolean picturesReduced) {

    private static final long MEGABYTE = 1 << 20;
    private static final long LARGE_FILE = 50 * MEGABYTE;

    /** How many parts of a file are named that cannot be read. */
    private static final int MOST_UNREAD = 20;

    private static final Set<ContentType> WRITTEN = EnumSet.of(
            ContentType.DOCX, ContentType.XLSX, ContentType.PPTX, ContentType.PDF, ContentType.OFD, ContentType.TEXT);

    /** Checks the name and the size; returns true if the content should be read. */
    boolean checkName(SourceFile file, Consumer<Problem> problems) {
        String ending = file.ending();
        Optional<FileType> type = types.of(ending);
        if (types.carriesMacros(ending)) {
            error("E260", file, "." + ending + " 是带宏的文件，打开时会运行程序", "请另存为 .docx、.xlsx 或 .pptx", problems);
        } else if (type.isEmpty()) {
            String what = ending.isEmpty() ? "没有扩展名的文件" : "." + ending + " 文件";
            error("E250", file, what + "不能公开", types.hint(ending), problems);
        } else if (isLargePicture(file) && !mayBeReduced(file)) {
            largePicture(file, megabytes(file.size()), " " + megabytes(Display.LARGEST_PICTURE) + " 以内", problems);
        } else if (file.size() > LARGE_FILE) {
            warning("W258", file, "附件太大：" + file.size() / MEGABYTE + " MB", "请拆开或压缩图片，最好在 50 MB 以内", problems);
        }
        return type.isPresent();
    }

    private boolean isLargePicture(SourceFile file) {
        return types.of(file.ending()).filter(FileType::image).isPresent() && file.size() > Display.LARGEST_PICTURE;
    }

    /** Reports a picture that is too large, unless the site publishes a smaller copy of it. */
    private void pictureSize(SourceFile file, byte[] bytes, Consumer<Problem> problems) {
        Optional<PictureFacts> size = PictureReader.read(bytes).map(PictureReader.Stated::facts);
        if (picturesReduced && size.filter(PictureFacts::scalable).isPresent()) {
            return;
        }
        if (isLargePicture(file)) {
            if (mayBeReduced(file)) {
                largePicture(file, megabytes(file.size()), " " + megabytes(Display.LARGEST_PICTURE) + " 以内", problems);
            }
            return;
        }
        size.filter(found -> Math.max(found.width(), found.height()) > Display.LONGEST_SIDE)
                .ifPresent(found -> largePicture(
                        file,
                        found.width() + "×" + found.height() + " 像素",
                        "长边 " + Display.LONGEST_SIDE + " 像素以内",
                        problems));
    }

    /** Whether the site publishes a smaller copy, unless the content turns out to be no photograph. */
    private boolean mayBeReduced(SourceFile file) {
        return picturesReduced && Set.of("jpg", "jpeg").contains(file.ending().toLowerCase(Locale.ROOT));
    }

    private static void largePicture(SourceFile file, String what, String most, Consumer<Problem> problems) {
        warning("W257", file, "图片太大：" + what, "请缩小到" + most + "，一般宽 1600 像素就够", problems);
    }

    /** Formats a size with at most one decimal place, rounded up. */
    private static String megabytes(long bytes) {
        return new BigDecimal(bytes)
                        .divide(new BigDecimal(MEGABYTE), 1, RoundingMode.UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " MB";
    }

    /** Reports a file that is too large to be inspected. */
    void tooLarge(SourceFile file, long most, Consumer<Problem> problems) {
        if (types.of(file.ending()).filter(FileType::image).isPresent()) {
            error(
                    "E267",
                    file,
                    "图片有 " + file.size() / MEGABYTE + " MB，超过 " + most / MEGABYTE + " MB，里面的拍摄信息去不掉",
                    "请用看图软件缩小，另存为 JPG 再换上",
                    problems);
            return;
        }
        unread(
                file,
                "文件有 " + file.size() / MEGABYTE + " MB，超过 " + most / MEGABYTE + " MB，里面的内容没有检查",
                "请压缩，或拆成几个小的文件",
                problems);
    }

    /** Returns true for a problem that a person may answer for. */
    static boolean isUnread(Problem problem) {
        return problem.code().equals("E255");
    }

    /** Reports what could not be read, which is refused unless a person answers for it. */
    private static void unread(SourceFile file, String what, String cure, Consumer<Problem> problems) {
        error(
                "E255",
                file,
                what,
                cure + "；改不了的，请人逐页看过有没有个人信息和密级标志，在条目的附件后面写上谁在哪天看的：{文件: " + file.name() + ", 人工核查: 支部书记 2024-03-01}",
                problems);
    }

    /**
     * Checks the content of a file of an allowed type.
     *
     * @param bytes the content to be published
     * @param found the result of its inspection
     * @param heap what it may have taken of the memory, in bytes
     */
    void check(SourceFile file, byte[] bytes, AttachmentContent found, long heap, Consumer<Problem> problems) {
        FileType type = types.of(file.ending()).orElseThrow();
        if (found.type() == ContentType.EMPTY) {
            error("E252", file, "文件是空的（0 字节）", "请换成有内容的文件，或删去这个附件", problems);
            return;
        }
        // Encrypted documents have another container format, and a damaged container cannot be classified.
        boolean unknown = found.trouble().isPresent()
                && (found.trouble().get() == Trouble.ENCRYPTED
                        || found.type() == ContentType.ZIP
                        || found.type() == ContentType.OLE);
        if (!unknown && !type.contents().contains(found.type())) {
            mismatch(file, found.type(), problems);
            return;
        }
        found.trouble().ifPresent(trouble -> trouble(file, trouble, heap, problems));
        if (found.trouble().isEmpty()) {
            words(file, found, problems);
        }
        found.unread().stream()
                .distinct()
                .limit(MOST_UNREAD)
                .forEach(part -> unread(
                        file,
                        (part.part().isEmpty() ? "" : "里面的“" + part.part() + "”") + part.why(),
                        part.cure(),
                        problems));
        if (found.findings().contains(Finding.MACROS)) {
            error("E260", file, "文件里有宏，打开时会运行程序", "请另存为不带宏的 .docx、.xlsx 或 .pptx", problems);
        }
        if (found.trouble().isEmpty() && type.image()) {
            pictureSize(file, bytes, problems);
            metadata(file, bytes, problems);
        }
        if (found.findings().contains(Finding.GPS)) {
            place(file, found.type(), problems);
        }
        hidden(file, found.pieces(), problems);
        authors(file, found.pieces(), problems);
    }

    private static void place(SourceFile file, ContentType type, Consumer<Problem> problems) {
        String strip = "请在工作台“要改的问题”里按“去掉拍摄信息”";
        String again = "请先在工作台去掉照片里的拍摄地点，在原稿里换上，再另存或导出一次";
        switch (type) {
            case MP4 -> error("E266", file, "影片里记着拍摄地点（GPS）", strip, problems);
            case DOCX, XLSX, PPTX, OFD -> error("E266", file, "文件里的照片记着拍摄地点（GPS）", strip, problems);
            case DOC, XLS, PPT, OLE, PDF -> error("E266", file, "文件里的照片记着拍摄地点（GPS）", again, problems);
            default -> error("E266", file, "照片里记着拍摄地点（GPS）", strip, problems);
        }
    }

    /** Refuses a picture whose metadata cannot be removed: they would be published with it. */
    private static void metadata(SourceFile file, byte[] bytes, Consumer<Problem> problems) {
        if (PictureMetadataRemover.remove(bytes).isEmpty()) {
            error("E267", file, "图片的结构不完整，里面的拍摄信息去不掉", "请用看图软件打开，另存为 JPG 或 PNG 再换上", problems);
        }
    }

    private void mismatch(SourceFile file, ContentType content, Consumer<Problem> problems) {
        String hint = types.ending(content)
                .map(ending -> "它其实是 ." + ending + " 文件；请用原来的软件另存，不要只改扩展名")
                .orElse("请用办公软件重新另存，不要只改扩展名");
        error("E251", file, "内容不是 ." + file.ending() + " 文件", hint, problems);
    }

    private static void trouble(SourceFile file, Trouble trouble, long heap, Consumer<Problem> problems) {
        switch (trouble) {
            case BROKEN -> error("E253", file, "文件已损坏，打不开，也检查不了", "请从原来的软件重新导出", problems);
            case DECLARED -> error("E253", file, "里面有文档类型声明（DOCTYPE），办公软件不会写，检查不了", "请从原来的软件重新导出", problems);
            case ENCRYPTED -> error("E254", file, "文件加了密码，读者打不开，也检查不了", "请去掉密码再公开", problems);
            case HEAP ->
                unread(
                        file,
                        "读它要用的内存超过一个文件可以用的 " + heap / MEGABYTE + " MB，没有检查完",
                        "请拆成几个文件，或用 java -Xmx 给程序多一些内存",
                        problems);
            case TOO_MUCH -> unread(file, "文件太大或太复杂，没有检查完", "请拆成几个文件", problems);
        }
    }

    /** Checks that there is text, and that it is readable. */
    private static void words(SourceFile file, AttachmentContent found, Consumer<Problem> problems) {
        boolean written = found.pieces().stream()
                .anyMatch(piece -> piece.nature() == Nature.SHOWN
                        && piece.within().isEmpty()
                        && !piece.where().equals("工作表名称"));
        if (WRITTEN.contains(found.type()) && !written) {
            if (found.findings().contains(Finding.PICTURES)) {
                unread(file, "是扫描件或图片，上面的字检查不到，也搜不到", "请换成可复制文字的文件", problems);
            } else {
                error("E252", file, "文件里没有文字", "请换成有内容的文件，或删去这个附件", problems);
            }
        }
    }

    private static void hidden(SourceFile file, List<TextPiece> pieces, Consumer<Problem> problems) {
        List<String> kinds = new ArrayList<>();
        count(pieces, Nature.COMMENT, "批注或备注", kinds);
        count(pieces, Nature.DELETED, "删去而未接受的修订", kinds);
        count(pieces, Nature.HIDDEN, "隐藏的内容", kinds);
        if (!kinds.isEmpty()) {
            warning("W264", file, "文件里留有" + String.join("、", kinds), "读者看得到它们；请接受全部修订，删去批注和隐藏的内容", problems);
        }
    }

    private static void count(List<TextPiece> pieces, Nature nature, String name, List<String> kinds) {
        long count = pieces.stream()
                .filter(piece -> piece.nature() == nature && piece.within().isEmpty())
                .count();
        if (count > 0) {
            kinds.add(name + " " + count + " 处");
        }
    }

    /** Reports authors that are persons; programs put their own name there, too. */
    private void authors(SourceFile file, List<TextPiece> pieces, Consumer<Problem> problems) {
        pieces.stream()
                .filter(piece -> piece.nature() == Nature.AUTHOR && PersonNames.isName(piece.text()))
                .forEach(piece -> warning(
                        "W265",
                        file,
                        piece.where() + "里有姓名“" + PrivacySettings.maskName(piece.text()) + "”",
                        "请在“文件—信息—检查文档”里删去作者，或改成单位",
                        problems));
    }

    private static void error(String code, SourceFile file, String message, String hint, Consumer<Problem> problems) {
        problems.accept(Problem.error(code, file.path(), 1, 1, message, hint));
    }

    private static void warning(String code, SourceFile file, String message, String hint, Consumer<Problem> problems) {
        problems.accept(Problem.warning(code, file.path(), 1, 1, message, hint));
    }
}
