# frozen_string_literal: true

# Shows signs that Asciidoctor takes for marks although no mark can be meant, and names typed words that it does not show.
module Asciidoctor
  module Hidden
    SPACED = Chinese::SPACED
    RS = Substitutors::RS
    CODE = /(?<![#{SPACED};:"'`}\\])`(\S|\S.*?\S)`(?![#{SPACED}"'`+])/m
    INNER = /\A#{SPACED}.#{SPACED}\z/
    SIGNS = /([*_#+^~$])\1*|\(\(+/
    # An attribute list without a name of a role or an id: [注], [1].
    WORDS = /\A(?:\d+|[^.#%"'=]*\p{Han}[^.#%"'=]*)\z/
    PLAIN = /\A[\p{Word}\s]+\z/

    # In code, a sign without a partner in the same code opens nothing.
    def extract_passthroughs text
      first = @passthroughs.size
      signs = (text.include? '`') ? (text.gsub(CODE) { lone_signs $& }) : text
      shown = super signs
      (first...@passthroughs.size).each do |key|
        pass = @passthroughs[key]
        next if pass[:lone] || !(PLAIN.match? pass[:text]) || (shown.include? %(`#{slot key}`))
        typed = %(+#{pass[:text]}+)
        logger.warn %(pluses not shown: #{typed}) if text.include? typed
      end
      shown
    end

    def convert_quoted_text match, type, scope
      before, list, text = scope == :constrained ? [match[1], match[2], match[3]] : ['', match[1], match[2]]
      return super if list.nil? || (match[0].start_with? RS) || !(WORDS.match? list)
      %(#{before}[#{list}]#{Inline.new(self, :quoted, text, type: type).convert})
    end

    private

    def lone_signs code
      return code if code.match?(/&lt;&lt;|<<|xref:/)
      runs = code.scan(SIGNS).map {|sign,| sign || '(' }.tally
      code.gsub SIGNS do
        sign = $&
        next sign if runs[$1 || '('] > 1 || (sign.length == 1 && (INNER.match? code[($~.begin 0) - 1, 3]))
        @passthroughs[key = @passthroughs.size] = { text: sign, subs: [], lone: true }
        slot key
      end
    end

    def slot key
      %(#{Substitutors::PASS_START}#{key}#{Substitutors::PASS_END})
    end

    Substitutors.prepend self

    # The signs of C++ open nothing.
    Chinese.redefine :InlinePassMacroRx, '(\+\+\+?|\$\$)' => "(\\+\\+\\+?|\\$\\$)(?!(?<=[A-Za-z0-9]\\+\\+)[\\s#{Chinese::CJK}])"
    InlinePassRx[false][2] = Chinese.change InlinePassRx[false][2],
      '[^\p{Word};:\\\\]' => '(?:(?<![A-Za-z0-9])\+|[^\p{Word};:\\\\+])'

    module Lines
      def parse_block_metadata_line reader, document, attributes, options = {}
        line = reader.peek_line
        style = attributes[1]
        parsed = super
        if parsed && attributes[1] != style && (line.start_with? '[') && (/\p{Han}/.match? attributes[1].to_s)
          document.logger.warn %(style not shown: #{line})
        elsif parsed && line =~ /\A:([^:!]*\p{Han}[^:!]*):[ \t]+\S/ && !(document.source.include? %({#{$1}}))
          document.logger.warn %(attribute not shown: #{line})
        end
        parsed
      end

      def parse_document_header reader, document, *rest
        lines = reader.lines
        super.tap do
          title = document.has_header? && (lines.index {|line| line.start_with? '= ', '# ' })
          next unless title
          more = lines[title + 1, 2].take_while {|line| !(line.empty? || (line.start_with? ':', '/')) }
          [lines[title], *more].each {|line| document.logger.warn %(header not shown: #{line}) }
        end
      end
    end

    Parser.singleton_class.prepend Lines
  end
end
