# frozen_string_literal: true

require 'asciidoctor/converter/html5'

# Pages play no films and no sound: what was to be played is led to.
module Asciidoctor
  module MediaAsLinks
    def convert_video node
      link_to_media node, 'videoblock'
    end

    def convert_audio node
      link_to_media node, 'audioblock'
    end

    private

    def link_to_media node, name
      target = node.attr 'target'
      logger.warn %(media shown as link: #{target})
      classes = [name, node.style, node.role].compact.join ' '
      id = %( id="#{node.id}") if node.id
      title = %(<div class="title">#{node.title}</div>\n) if node.title?
      link = (node.attr? 'poster', 'youtube') || (node.attr? 'poster', 'vimeo') ? target : %(<a href="#{node.media_uri target}">#{target}</a>)
      %(<div#{id} class="#{classes}">\n#{title}<div class="content">\n#{link}\n</div>\n</div>)
    end
  end

  Converter::Html5Converter.prepend MediaAsLinks
end
