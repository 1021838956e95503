package io.chokepoint.ui.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Questions that stop the user; asked rarely, as popovers and panels are better. Tests answer them without a screen. */
public interface Dialogs {

    /** A kind of file to choose from. @param endings e.g. "*.json" */
    record FileKind(String description, List<String> endings) {
        public FileKind {
            endings = List.copyOf(endings);
        }
    }

    Optional<Path> chooseFolder(String title, Optional<Path> start);

    Optional<Path> openFile(String title, FileKind kind, Optional<Path> start);

    Optional<Path> saveFile(String title, FileKind kind, String proposedName, Optional<Path> start);

    /** Says something in passing, for which the user need do nothing. */
    void say(String words);

    /** An error of the program: one sentence, the details to copy. */
    void programError(String sentence, Throwable error);
}
