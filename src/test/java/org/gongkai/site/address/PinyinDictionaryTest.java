package org.gongkai.site.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.houbb.pinyin.api.impl.Pinyin;
import com.github.houbb.pinyin.api.impl.PinyinContext;
import com.github.houbb.pinyin.support.chinese.PinyinChineses;
import com.github.houbb.pinyin.support.segment.PinyinSegments;
import com.github.houbb.pinyin.support.style.PinyinToneStyles;
import com.github.houbb.pinyin.support.tone.PinyinTones;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses stay what they are only if the dictionary reads every text as the library does that it is made from. */
class PinyinDictionaryTest {

    private static final PinyinContext CONTEXT = PinyinContext.newInstance()
            .segment(PinyinSegments.defaults())
            .chinese(PinyinChineses.defaults())
            .tone(PinyinTones.defaults())
            .style(PinyinToneStyles.normal())
            .connector("-");

    @Test
    void readsAllCharactersAndPhrasesOfTheLibraryLikeIt() throws IOException {
        List<String> texts = words();
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            texts.add(String.valueOf(c));
            texts.add("a" + c + "7一" + c + "个");
        }
        assertThat(texts).hasSizeGreaterThan(200_000);
        check(texts);
    }

    @Test
    void readsTheTextsOfThisProjectLikeTheLibrary() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path folder : List.of(Path.of("content"), Path.of("src", "manual"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    texts.add(file.toString());
                    texts.addAll(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(10_000);
        check(texts);
    }

    @Test
    void readsRandomTextsLikeTheLibrary() throws IOException {
        List<String> words = words();
        words.removeIf(word -> word.length() == 1 && word.charAt(0) < '一');
        String others = "aZ7'- ，。〇㐀é绿üⅷＡ２ªΩ龥龦\t\n　\0ﷺ\ud83d\ude00\ud801\udc00";
        Random random = new Random(20_250_101);
        List<String> texts = Stream.generate(() -> random.ints(1 + random.nextInt(8), 0, 4)
                        .mapToObj(kind -> {
                            String word = words.get(random.nextInt(words.size()));
                            int cut = random.nextInt(word.length() + 1);
                            return switch (kind) {
                                case 0 -> word;
                                case 1 -> word.substring(cut);
                                case 2 -> word.substring(0, cut);
                                default -> String.valueOf(others.charAt(random.nextInt(others.length())));
                            };
                        })
                        .collect(Collectors.joining()))
                .limit(100_000)
                .toList();
        check(texts);
    }

    private static void check(List<String> texts) {
        Pinyin library = new Pinyin();
        assertThat(texts)
                .filteredOn(text ->
                        !separated(PinyinDictionary.read(text)).equals(separated(library.toPinyin(text, CONTEXT))))
                .isEmpty();
    }

    /** Which white space the library leaves out makes no difference to addresses. */
    private static String separated(String pinyin) {
        return pinyin.replaceAll("[\0- -]+", "-").replaceAll("^-|-$", "");
    }

    private static List<String> words() throws IOException {
        List<String> words = new ArrayList<>();
        for (String file : List.of("char", "phrase")) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Pinyin.class.getResourceAsStream("/pinyin_dict_" + file + ".txt"), StandardCharsets.UTF_8))) {
                lines.lines().forEach(line -> words.add(line.substring(0, line.indexOf(':'))));
            }
        }
        return words;
    }

    private final Slugs slugs = new Slugs();

    @ParameterizedTest
    @CsvSource({
        "工作计划,            gong-zuo-ji-hua",
        "党员大会-1,          dang-yuan-da-hui-1",
        "2024 年 Q1 总结,     2024-nian-q1-zong-jie",
        "重庆银行,            chong-qing-yin-hang",
        "旅行绿,              lv-xing-lv",
        "Party Lecture_04,   party-lecture-04",
        "A01-2024-0001,      a01-2024-0001",
        "a % # b,            a-b"
    })
    void readsNamesAloudInPinyin(String name, String slug) {
        assertThat(slugs.of(name)).isEqualTo(slug);
    }

    @Test
    void hasTheInitialsOfALongTitleToItsEnd() {
        assertThat(slugs.initials("示例水务站党支部2025年第四季度党费收缴公示")).isEqualTo("slswzdzb2ndsjddfsjgs");
        assertThat(slugs.initials("关于".repeat(40) + " Q1 绿。")).isEqualTo("gy".repeat(40) + "ql");
        assertThat(slugs.initials("……")).isEmpty();
    }

    @Test
    void givesWhatCannotBeReadACheckMark() {
        assertThat(slugs.of("😀")).matches("x[0-9a-f]{8}");
        assertThat(slugs.of("")).isEqualTo("x00000000");
    }

    @Test
    void shortensWhatIsLongAndKeepsItApart() {
        String one = slugs.of("关于".repeat(40) + "甲");
        String other = slugs.of("关于".repeat(40) + "乙");

        assertThat(one)
                .hasSizeLessThanOrEqualTo(80)
                .startsWith("guan-yu-guan-yu")
                .isNotEqualTo(other);
    }

    @Test
    void keepsWordsThatSoundAlikeApart() {
        assertThat(slugs.of("公示")).isEqualTo(slugs.of("公式"));
        assertThat(slugs.distinct("公示")).startsWith("gong-shi-").isNotEqualTo(slugs.distinct("公式"));
        assertThat(slugs.distinct("q1")).isEqualTo("q1");
        assertThat(slugs.distinct("Q1")).isNotEqualTo("q1");
    }
}
