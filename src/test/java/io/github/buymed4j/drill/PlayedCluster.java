package io.github.buymed4j.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Kubernetes, played, since there is none here: a {@code kubectl} that brings a folder's files to a mounted volume as the kubelet does,
 * into a new folder to which the link {@code ..data} is turned at once.
 */
final class PlayedCluster {

    private static final String KUBECTL = """
            #!/usr/bin/env bash
            set -euo pipefail
            case $1 in
              create) for option; do case $option in --from-file=*) tar -C "${option#*=}" -cf - . ;; esac; done ;;
              apply)
                fresh=$(mktemp -d "$MOUNT/..XXXXXX")
                tar -C "$fresh" -xf -
                for file in "$fresh"/*; do
                  [ -e "$MOUNT/${file##*/}" ] || ln -s "..data/${file##*/}" "$MOUNT/${file##*/}"
                done
                ln -s "${fresh##*/}" "$MOUNT/..data_tmp"
                mv -T "$MOUNT/..data_tmp" "$MOUNT/..data" ;;
              *) exit 2 ;;
            esac
            """;

    private final Path mount;
    private final Path programs;

    PlayedCluster() {
        try {
            mount = Files.createTempDirectory("mount");
            programs = Files.createTempDirectory("programs");
            Path kubectl = Files.writeString(programs.resolve("kubectl"), KUBECTL);
            Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path mount() {
        return mount;
    }

    Path programs() {
        return programs;
    }
}
