package org.gongkai.markup;

import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;

/**
 * Remarks within a paragraph as CommonMark 0.31 and HTML have them; the parser follows an older rule and shows
 * some.
 */
final class HtmlRemarks implements InlineParserExtension {
    private BasedSequence input = BasedSequence.NULL;
    private HtmlTokenizer tokens;

    @Override
    public boolean parse(LightInlineParser parser) {
        if (parser.peek(1) != '!' || parser.peek(2) != '-') {
            return false;
        }
        if (parser.getInput() != input) {
            input = parser.getInput();
            tokens = new HtmlTokenizer(input.toString());
        }
        HtmlToken token = tokens.at(parser.getIndex());
        if (token == null || token.kind() != HtmlToken.Kind.COMMENT) {
            return false;
        }
        parser.flushTextNode();
        parser.appendNode(new HtmlInlineComment(input.subSequence(token.start(), token.end())));
        parser.setIndex(token.end());
        return true;
    }

    @Override
    public void finalizeDocument(InlineParser parser) {
        // Nothing is kept for it.
    }

    @Override
    public void finalizeBlock(InlineParser parser) {
        // Nothing is kept for it.
    }

    /** Makes one for each document. */
    static final class Factory implements InlineParserExtensionFactory {
        @Override
        public CharSequence getCharacters() {
            return "<";
        }

        @Override
        public InlineParserExtension apply(LightInlineParser parser) {
            return new HtmlRemarks();
        }

        @Override
        public Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }
    }
}
