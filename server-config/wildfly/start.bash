# shellcheck shell=bash
# How ./run starts WildFly and gives it the credentials by each means.
DEFAULT_CREDENTIALS=credentials-file

start_server() {
    local base=$folder/wildfly
    cp "$config/secrets-directory.cli" "$folder/secrets-directory.cli"
    replace your_secrets_directory "$folder/secrets" "$folder/secrets-directory.cli"
    case $credentials in
        credentials-file)
            use_credentials_file
            "$config/configure" "$home" "$base" "$folder/secrets-directory.cli" >"$folder/configure.log"
            ;;
        credential-store)
            filled "$config/credential-store/encrypt.cli" >"$folder/encrypt.cli"
            "$config/configure" "$home" "$base" "$folder/secrets-directory.cli" "$folder/encrypt.cli" >"$folder/configure.log"
            rm "$folder/encrypt.cli"
            local expression
            expression=$(grep -o '\${ENC::[^"]*}' "$folder/configure.log") || die "WildFly did not encrypt the Client Secret"
            filled "$config/credential-store/credentials.cli" >"$folder/credentials.cli"
            replace your_encrypted_client_secret "$expression" "$folder/credentials.cli"
            "$config/configure" --add "$home" "$base" "$folder/credentials.cli" >"$folder/configure.log"
            ;;
    esac
    deploy_into "$base/deployments"
    LAUNCH_JBOSS_IN_BACKGROUND=1 launch "$home/bin/standalone.sh" "-Djboss.server.base.dir=$base" \
        -Djboss.bind.address=127.0.0.1 -Djboss.bind.address.management=127.0.0.1 "-Djboss.http.port=$port" \
        -Djboss.https.port=0 -Djboss.management.http.port=0 -P "$folder/settings.properties"
}
