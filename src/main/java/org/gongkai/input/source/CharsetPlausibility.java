package org.gongkai.input.source;

import java.nio.charset.Charset;
import java.util.BitSet;

/** Estimates whether a decoded text is Chinese or the result of the wrong charset. */
final class CharsetPlausibility {

    /** The most frequent characters and punctuation of Party documents and of Chinese in general. */
    private static final String COMMON = "一七万三上下不与专且世业东两严个中为主举么义之九也习乡书了争事二于五井些交产京亲人什今从他代以们件价任份众优"
            + "会传但位低住体何作你使例供便保信修候值做儿元先光克党入全八公六共关其具养内再写军农决况冻准几出函分切划列则利"
            + "别到制前副力办加务动助励劳包化北区十千午半华单南印即却厂厅历压原去县参又及反发取受变口只叫召可台史号各合同名"
            + "后向听告员周命和品响哪商器四回因团围国图圆土在地场址型基增声处备复外多夜大天太头夹奖她好如始委子字存季学它安"
            + "完定实审宣室家容密对导将小少就局层届展属山岗巡工己已市布带席帮常干平年并广序应底府度廉建开式引张强当录形彰影"
            + "彻往很律得心必志快态怎思性总情想意感愿慰成我或战截户房所手才打批承技把抢报抽拉持指按损换据排接推提支收改放政"
            + "效教数整文斗料断斯新方施族无日旧时明易星是晚更最月有服期未末本术机权材村条来极构林果查标栏样核根格案检楼次止"
            + "正此步段每比毛民气水求汛江没油治法泵活派流测济海消深清温满漏火点热然照片版物特状率王现班理生用由电界留登白百"
            + "的监目直相省看真眼着督知石矿研确示社神票离秀种科积称程稿究空窗立站章第等答签简算管箱篇米类精系素索红约级纪纳"
            + "线组细织经结给统续维编缴缺网置美群老考者而职联育能自至般色节花范荐营落行街补表被装西要见观规角解警计订认讨议"
            + "记讲许论设证评识试话该误说请诺读课调谈象责账质贯费资走起超越路身车转较边达过运近还这进连述送适选逐通速造遍道"
            + "那部都酸采里重量金铁错镇长门问间队防阶附际降限院除难集需青非面革音页项须预领题额风飞馈马验高龙"
            + "，。、；：？！“”‘’（）《》〈〉〔〕【】—…·　０１２３４５６７８９％";

    private static final BitSet COMMON_SET = new BitSet();
    private static final Charset GB2312 = Charset.forName("GB2312");

    static {
        COMMON.chars().forEach(COMMON_SET::set);
    }

    private CharsetPlausibility() {}

    /**
     * The share of frequent characters among non-ASCII characters: near 1 for Chinese, below 0.2 for the wrong charset.
     * Other characters of level 1 of GB 2312 count half.
     */
    static double ofChinese(String text) {
        int all = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                all++;
                points += COMMON_SET.get(c) ? 2 : isInUse(c) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : points / (2.0 * all);
    }

    /**
     * Returns true if no character of a text is expected in a Chinese document: Han, punctuation, Western European
     * letters. Two characters of GBK such as 通知 may happen to be valid UTF-8 for letters of other scripts.
     */
    static boolean isUnexpected(String text) {
        return text.chars()
                .filter(c -> c >= 0x80)
                .noneMatch(c -> c >= 0xA0 && c <= 0xFF
                        || c >= 0x2000 && c <= 0x30FF
                        || c >= 0xFF00 && c < 0xFFFD
                        || Character.isSurrogate((char) c)
                        || Character.isIdeographic(c));
    }

    private static boolean isInUse(char c) {
        byte[] bytes = String.valueOf(c).getBytes(GB2312);
        int first = bytes[0] & 0xFF;
        return bytes.length == 2 && first >= 0xB0 && first <= 0xD7;
    }
}
