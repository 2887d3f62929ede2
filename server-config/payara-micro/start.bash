# shellcheck shell=bash
# How ./run starts Payara Micro and gives it the credentials by each means.
DEFAULT_CREDENTIALS=system-properties

start_server() {
    local options=()
    cp "$config/loopback.asadmin" "$folder/preboot.asadmin"
    case $credentials in
        system-properties)
            filled "$config/system-properties/credentials.properties" >>"$folder/settings.properties"
            ;;
        secrets-directory)
            filled_files "$config/secrets-directory" "$folder/secrets"
            options+=(--secretsdir "$folder/secrets")
            ;;
        password-alias)
            filled "$config/password-alias/client-id.properties" >>"$folder/settings.properties"
            filled "$config/password-alias/alias.password" >"$folder/alias.password"
            cat "$config/password-alias/alias.asadmin" >>"$folder/preboot.asadmin"
            ;;
    esac
    deploy_into "$folder/deployments"
    launch java -jar "$home/payara-micro.jar" \
        --nohazelcast --disablephonehome --port "$port" --rootdir "$folder/root" \
        --prebootcommandfile "$folder/preboot.asadmin" --systemproperties "$folder/settings.properties" \
        --deploymentdir "$folder/deployments" "${options[@]}"
}
