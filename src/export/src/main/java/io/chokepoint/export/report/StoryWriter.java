package io.chokepoint.export.report;

import io.chokepoint.export.Html;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.SvgPicture;
import io.chokepoint.model.Source;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Story;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** A story as one HTML page that needs nothing else: the answer, three sentences, one picture, how sure, the sources. */
public final class StoryWriter {
    private StoryWriter() {}

    /**
     * The same story and picture always give the same bytes.
     *
     * @param picture with its own ground
     */
    public static void write(Story story, Picture picture, Writer out) throws IOException {
        Html page = new Html();
        page.raw("<!DOCTYPE html>");
        page.raw("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.element("title", story.title());
        page.raw("<style>").raw(PageFrame.styleSheet().strip()).raw("</style></head><body>");
        page.element("h1", story.title());
        story.marks().forEach(mark -> page.element("p", "status", mark));
        page.element("p", "question", story.question());
        page.raw("<dl class=\"facts\"><div>");
        page.element("dd", "answer", story.caption().answer());
        page.element("dd", story.caption().range());
        page.raw("</div></dl>");
        story.sentences().forEach(sentence -> page.element("p", sentence));
        page.raw("<figure>").raw(SvgPicture.inline(picture, Map.of()));
        page.element("figcaption", picture.title());
        page.raw("</figure>");
        page.element("h2", Story.caveatsTitle());
        page.raw("<ul>");
        story.caveats().forEach(caveat -> page.element("li", caveat));
        page.raw("</ul>");
        if (!story.sources().isEmpty()) {
            page.element("h2", Story.sourcesTitle());
            page.raw("<ul class=\"muted\">");
            for (Explanation.NumberedSource source : story.sources()) {
                String url = source.source().map(Source::url).orElse("");
                page.raw("<li>[" + source.number() + "] " + Html.linked(source.text(), url) + "</li>");
            }
            page.raw("</ul>");
        }
        page.raw("<footer>");
        page.element("p", story.origin());
        page.raw("</footer></body></html>");
        out.write(page.toString());
        out.flush();
    }
}
