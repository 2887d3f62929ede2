package io.github.buymed4j.sandbox.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buymed4j.sandbox.json.JsonRecords;
import io.github.buymed4j.sandbox.platform.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The folder in which a sandbox keeps its state, as one file of JSON. A new state is written beside it, forced to the disk, and
 * then takes its place, so that a process or a machine that stops meanwhile leaves the old state or the new one. Thread-safe.
 */
final class DataFolder implements AutoCloseable {
    private static final String STATE = "sandbox.json";
    private static final String NEW_STATE = "sandbox.json.new";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileLock lock;
    private String written = "";

    private DataFolder(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder where there is none, and claims it until it is closed or the process ends.
     *
     * @throws IllegalStateException if another process has it
     */
    static DataFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            throw new IllegalStateException("another sandbox is using it");
        }
        return new DataFolder(folder, lock);
    }

    /**
     * The state that was written last; empty if there is none.
     *
     * @throws IllegalStateException if the file is not one of ours
     */
    Optional<Kept> read() throws IOException {
        try {
            return Optional.of(JsonRecords.read(Files.readString(folder.resolve(STATE)), Kept.class));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            throw new IllegalStateException(STATE + " is not a state of this version", notOurs);
        }
    }

    /**
     * Takes the state and writes it, one caller at a time, so that no older state replaces a newer one; nothing where it has not
     * changed.
     *
     * @throws UncheckedIOException if it cannot be written; the file is as before then
     */
    synchronized void write(Supplier<Kept> state) {
        String text = JsonRecords.write(state.get());
        if (text.equals(written)) {
            return;
        }
        try {
            Path fresh = folder.resolve(NEW_STATE);
            try (FileChannel file = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(
                    fresh, folder.resolve(STATE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written = text;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
